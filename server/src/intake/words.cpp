#include "intake/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"

namespace hoiquan::intake {

namespace {

constexpr std::size_t kColumns = 12;
using Fields = std::array<std::string_view, kColumns>;

constexpr int kPageLevel = 1;
constexpr int kWordLevel = 5;
// Sizes beyond are no page; they would only spoil the sums.
constexpr double kLargest = 1e6;

std::optional<Fields> fields_of(std::string_view row) {
    Fields fields;
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
        const auto tab = row.find('\t');
        if (tab == std::string_view::npos) {
            return std::nullopt;
        }
        fields.at(i) = row.substr(0, tab);
        row.remove_prefix(tab + 1);
    }
    fields.back() = row;
    return fields;
}

std::optional<double> number_in(std::string_view text) {
    double value = 0.0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good = fault == std::errc() && end == text.data() + text.size() &&
                      std::isfinite(value) && std::fabs(value) < kLargest;
    return good ? std::optional(value) : std::nullopt;
}

std::optional<Box> box_of(const Fields& fields) {
    const auto left = number_in(fields[6]);
    const auto top = number_in(fields[7]);
    const auto width = number_in(fields[8]);
    const auto height = number_in(fields[9]);
    if (!left || !top || !width || !height || *width < 0 || *height < 0) {
        return std::nullopt;
    }
    return Box{*left, *top, *width, *height};
}

/// Columns 1 to 4 name page, paragraph, block and line in one order or another.
bool is_same_line(const Fields& a, const Fields& b) {
    return std::equal(a.begin() + 1, a.begin() + 5, b.begin() + 1);
}

/// Ligatures become letters, marks are composed, what does not print becomes nothing.
std::string clean_word(std::string_view text) {
    using Pair = std::pair<char32_t, std::u32string_view>;
    static constexpr std::array<Pair, 7> ligatures{{{0xFB00, U"ff"},
                                                    {0xFB01, U"fi"},
                                                    {0xFB02, U"fl"},
                                                    {0xFB03, U"ffi"},
                                                    {0xFB04, U"ffl"},
                                                    {0xFB05, U"st"},
                                                    {0xFB06, U"st"}}};
    std::u32string out;
    for (const char32_t c : to_code_points(repair_utf8(text))) {
        const auto* const found = std::find_if(
            ligatures.begin(), ligatures.end(), [c](const Pair& pair) { return pair.first == c; });
        if (found != ligatures.end()) {
            out += found->second;
        } else if (c > 0x20 && c != 0x7F && c != 0xAD && c != 0xFEFF && !(c >= 0x80 && c < 0xA0)) {
            out += c;
        }
    }
    return std::string(trim(to_nfc(to_utf8(out))));
}

class Builder {
public:
    void take(const Fields& fields) {
        const auto level = number_in(fields[0]);
        const auto box = box_of(fields);
        if (!level || !box) {
            return;
        }
        if (*level == kPageLevel) {
            pages_.push_back({box->width, box->height, {}});
            line_.reset();
        } else if (*level == kWordLevel && !pages_.empty()) {
            add_word(fields, *box);
        }
    }
    std::vector<WordPage> pages() && { return std::move(pages_); }

private:
    void add_word(const Fields& fields, const Box& box) {
        std::string text = clean_word(fields.back());
        if (text.empty()) {
            return;
        }
        auto& lines = pages_.back().lines;
        if (!line_ || !is_same_line(*line_, fields)) {
            lines.emplace_back();
            line_ = fields;
        }
        const double percent = number_in(fields[10]).value_or(0.0);
        lines.back().push_back(
            {box, std::clamp(percent / 100.0, 0.0, 1.0), std::move(text), lines.size()});
    }

    std::vector<WordPage> pages_;
    std::optional<Fields> line_;
};

}  // namespace

std::vector<WordPage> pages_of_tsv(std::string_view tsv) {
    Builder builder;
    while (!tsv.empty()) {
        const auto end = std::min(tsv.find('\n'), tsv.size());
        if (const auto fields = fields_of(tsv.substr(0, end))) {
            builder.take(*fields);
        }
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
    }
    return std::move(builder).pages();
}

std::size_t count_letters(const WordPage& page) {
    std::size_t letters = 0;
    for (const auto& line : page.lines) {
        for (const auto& word : line) {
            letters += length(word.text);
        }
    }
    return letters;
}

double mean_confidence(const WordPage& page) {
    double sum = 0.0;
    for (const auto& line : page.lines) {
        for (const auto& word : line) {
            sum += word.confidence * static_cast<double>(length(word.text));
        }
    }
    const auto letters = count_letters(page);
    return letters == 0 ? 0.0 : sum / static_cast<double>(letters);
}

}  // namespace hoiquan::intake
