#include "intake/intake.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "intake/confidence.h"
#include "intake/format.h"
#include "intake/gray_image.h"
#include "intake/page_text.h"
#include "intake/programs.h"
#include "intake/recognition.h"
#include "intake/repairs.h"

namespace hoiquan::intake {

namespace {

/// Below this a page of a PDF is a picture, perhaps with a page number or a digital signature.
constexpr std::size_t kLettersOfText = 60;

Reading failed(std::string problem) {
    Reading reading;
    reading.draft.problems.push_back({std::move(problem), 0, 0});
    return reading;
}

/// Also for what was taken off the text or stands beside its lines.
void check_marks(Reading& reading, const std::string& text) {
    const auto mark = reader::find_secrecy_mark(text);
    if (mark && (!reading.draft.secrecy || *mark > *reading.draft.secrecy)) {
        reading.draft.secrecy = mark;
    }
}

void place_words(Reading& reading,
                 const std::vector<PlacedWord>& words,
                 const std::vector<WordPage>& pages) {
    for (const PlacedWord& word : words) {
        const WordPage& page = pages[word.page];
        const double width = std::max(page.width, 1.0);
        const double height = std::max(page.height, 1.0);
        reading.words.push_back({word.start,
                                 word.end,
                                 word.page,
                                 word.box.left / width,
                                 word.box.top / height,
                                 word.box.right() / width,
                                 word.box.bottom() / height,
                                 word.confidence});
    }
}

Reading reading_of(const std::vector<WordPage>& pages,
                   std::vector<PageTurn> turns,
                   const std::string& stamps) {
    const PageText text = text_of_pages(pages);
    Reading reading;
    reading.draft = reader::read_text(text.text);
    reading.pages = std::move(turns);
    check_marks(reading, text.running);
    check_marks(reading, stamps);
    // The reader leaves clean text as it is; if it did not, offsets would point elsewhere.
    if (reading.draft.text == text.text) {
        lower_confidence(reading.draft, text.words);
        place_words(reading, text.words, pages);
    }
    return reading;
}

/// Recognises some pages of a file, in order.
class Recogniser {
public:
    Recogniser(const Options& options, std::size_t total) : options_(options), total_(total) {}

    /// False when it must not go on: `problem()` says why.
    bool take(const Picture& picture, WordPage& page, PageTurn& turn) {
        problem_ = picture.problem;
        if (!problem_.empty()) {
            return false;
        }
        RecognisedPage read = recognise_page(picture.pgm, done_ == 0);
        problem_ = std::move(read.problem);
        stamps_ += read.stamps;
        page = std::move(read.page);
        turn = read.turn;
        ++done_;
        return problem_.empty();
    }
    /// To be asked before each page.
    bool may_go_on() {
        const bool go = !options_.on_page || options_.on_page(done_, total_);
        problem_ = go ? "" : "intake.stopped";
        return go;
    }
    const std::string& problem() const { return problem_; }
    const std::string& stamps() const { return stamps_; }

private:
    const Options& options_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::string problem_;
    std::string stamps_;
};

/// The pages to be recognised: hardly a letter, and a picture of the page. Where the whole file has
/// hardly a letter its text may also be drawn as lines.
std::vector<std::size_t> scanned_pages(std::string_view bytes, const std::vector<WordPage>& pages) {
    std::vector<std::size_t> empty;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (count_letters(pages[i]) < kLettersOfText) {
            empty.push_back(i);
        }
    }
    if (empty.size() < pages.size() && !empty.empty()) {
        const auto pictured = pictured_pages(bytes, pages.size());
        std::erase_if(empty, [&](std::size_t page) { return !pictured[page]; });
    }
    return empty;
}

Reading read_pdf(std::string_view bytes, const Options& options) {
    const PdfFacts facts = facts_of_pdf(bytes);
    if (!facts.problem.empty()) {
        return failed(facts.problem);
    }
    if (facts.pages > options.max_pages) {
        return failed("intake.too_many_pages");
    }
    PdfWords words = words_of_pdf(bytes);
    if (!words.problem.empty()) {
        return failed(words.problem);
    }
    // Pages without any word have no row of their own at the end of the table.
    words.pages.resize(std::max(words.pages.size(), facts.pages));
    auto scanned = scanned_pages(bytes, words.pages);
    if (options.stop_behind) {
        scanned.resize(std::min(scanned.size(), *options.stop_behind));
    }
    std::vector<PageTurn> turns(words.pages.size());
    if (scanned.empty()) {
        return reading_of(words.pages, std::move(turns), {});
    }
    if (scanned.size() > options.max_recognised_pages) {
        return failed("intake.too_many_scanned_pages");
    }
    Recogniser recogniser(options, scanned.size());
    for (const std::size_t page : scanned) {
        if (!recogniser.may_go_on() ||
            !recogniser.take(page_of_pdf(bytes, page), words.pages[page], turns[page])) {
            return failed(recogniser.problem());
        }
    }
    repair_numbers(words.pages);
    Reading reading = reading_of(words.pages, std::move(turns), recogniser.stamps());
    reading.recognised = true;
    return reading;
}

Reading read_image(std::string_view bytes, const Options& options) {
    const PictureFacts facts = facts_of_image(bytes);
    if (!facts.problem.empty()) {
        return failed(facts.problem);
    }
    const std::size_t count = std::min(facts.pages, options.stop_behind.value_or(facts.pages));
    if (count > options.max_recognised_pages) {
        return failed("intake.too_many_scanned_pages");
    }
    std::vector<WordPage> pages(count);
    std::vector<PageTurn> turns(count);
    Recogniser recogniser(options, pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!recogniser.may_go_on() ||
            !recogniser.take(page_of_image(bytes, i), pages[i], turns[i])) {
            return failed(recogniser.problem());
        }
    }
    repair_numbers(pages);
    Reading reading = reading_of(pages, std::move(turns), recogniser.stamps());
    reading.recognised = true;
    return reading;
}

Reading read_doc(std::string_view bytes, std::string_view file_name) {
    const Converted converted = convert_doc(bytes);
    if (!converted.problem.empty()) {
        return failed(converted.problem);
    }
    Reading reading;
    reading.draft = converted.bytes.starts_with("PK") ? reader::read_docx(converted.bytes)
                                                      : reader::read(converted.bytes, file_name);
    return reading;
}

}  // namespace

Reading read(std::string_view bytes, std::string_view file_name, const Options& options) {
    switch (format_of(bytes)) {
        case Format::pdf:
            return read_pdf(bytes, options);
        case Format::doc:
            return read_doc(bytes, file_name);
        case Format::png:
        case Format::jpeg:
        case Format::tiff:
            return read_image(bytes, options);
        case Format::unknown:
            return failed("reader.format_unknown");
        case Format::reader:
            break;
    }
    Reading reading;
    reading.draft = reader::read(bytes, file_name);
    return reading;
}

PagePicture picture_of_page(std::string_view bytes, std::size_t page, const PageTurn& turn) {
    const Format format = format_of(bytes);
    if (format != Format::pdf && !is_image(format)) {
        return {"reader.format_unknown", {}};
    }
    Picture picture = format == Format::pdf ? page_of_pdf(bytes, page) : page_of_image(bytes, page);
    if (!picture.problem.empty()) {
        return {std::move(picture.problem), {}};
    }
    auto image = gray_of_pgm(picture.pgm);
    if (!image) {
        return {"intake.too_costly", {}};
    }
    if (turn.turned != 0) {
        image = turned(*image, turn.turned);
    }
    if (turn.skew != 0.0) {
        image = straightened(*image, turn.skew);
    }
    return png_of(to_pgm(*image));
}

bool is_slow(std::string_view bytes) {
    const Format format = format_of(bytes);
    if (format != Format::pdf) {
        return is_image(format);
    }
    const PdfWords words = words_of_pdf(bytes);
    return words.problem.empty() && !scanned_pages(bytes, words.pages).empty();
}

}  // namespace hoiquan::intake
