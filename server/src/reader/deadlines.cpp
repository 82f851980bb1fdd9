#include "reader/deadlines.h"

#include <algorithm>

#include "reader/bodies.h"
#include "reader/numbers.h"
#include "reader/phrases.h"
#include "reader/time_limits.h"

namespace hoiquan::reader {

namespace {

/// What makes a date a deadline, right before it.
const PhraseSet& limits() {
    static const PhraseSet set{"trước",
                               "trước ngày",
                               "chậm nhất",
                               "chậm nhất ngày",
                               "chậm nhất là ngày",
                               "chậm nhất là",
                               "muộn nhất",
                               "muộn nhất ngày",
                               "muộn nhất là ngày",
                               "đến hết",
                               "đến hết ngày",
                               "hết ngày",
                               "hết",
                               "trong",
                               "trong ngày",
                               "cuối",
                               "đến cuối",
                               "vào cuối",
                               "chậm nhất đến ngày",
                               "chậm nhất trong",
                               "chậm nhất đến hết",
                               "chậm nhất vào ngày",
                               "chậm nhất vào",
                               "hạn chót ngày",
                               "hạn chót",
                               "thời hạn trước ngày",
                               "không chậm hơn ngày",
                               "không muộn hơn ngày",
                               "trước hết",
                               "chậm nhất là trong",
                               "không quá ngày",
                               "hạn cuối ngày",
                               "chậm nhất đến",
                               "trước thời điểm",
                               "hoàn thành vào ngày",
                               "xong ngày",
                               "trong đầu",
                               "trong tuần đầu",
                               "trong tuần cuối",
                               "trong tuần 1",
                               "trong tuần 2",
                               "trong tuần 3",
                               "trong tuần 4",
                               "vào đầu",
                               "vào giữa",
                               "hoàn thành ngày"};
    return set;
}

const PhraseSet& weak_limits() {
    static const PhraseSet set{"đến", "đến ngày", "vào ngày", "ngày", "vào", "trong khoảng"};
    return set;
}

/// A clause about what already is: its dates are no deadlines.
bool in_background(const Text& text, Span sentence, std::size_t word) {
    static const PhraseSet about{
        "đối với", "kể từ", "tính đến", "thực hiện kế hoạch", "theo kế hoạch"};
    // "Nhiệm vụ trong năm 2026" is work of that year; "báo cáo kết quả trước ngày …" is due then.
    static const PhraseSet work{"nhiệm vụ",
                                "kế hoạch",
                                "dự toán",
                                "chương trình",
                                "chỉ tiêu",
                                "kết quả",
                                "được giao",
                                "công tác",
                                "nguồn",
                                "hoạt động"};
    static const PhraseSet past{"số liệu", "phát sinh", "so với", "văn bản"};
    static const PhraseSet hard{
        "trước ngày", "chậm nhất", "muộn nhất", "hạn cuối", "xong trước", "đến hết ngày"};
    const std::size_t first = text.word_from(sentence.start);
    if (about.at(text, first, sentence.end)) {
        const Span clause{sentence.start, text.words()[word].start};
        if (text.piece(clause).find(U',') == std::u32string_view::npos) {
            return true;
        }
    }
    const bool due = hard.at(text, word, sentence.end).has_value();
    return past.before(text, word, sentence.start) ||
           (!due && work.before(text, word, sentence.start));
}

/// "Phấn đấu hết quý II đạt trên 45%": a target, no day by which something is done.
bool is_target(const Text& text, std::size_t behind, std::size_t end) {
    static const PhraseSet reached{"đạt", "có trên", "có ít nhất", "có tối thiểu", "có 100"};
    return reached.at(text, behind, end).has_value();
}

/// "từ … đến …", "giai đoạn …": a period that is spoken of.
bool in_period(const Text& text, Span sentence, std::size_t word) {
    static const PhraseSet period{"từ ngày", "giai đoạn", "từ tháng", "từ năm", "nhiệm kỳ", "từ"};
    constexpr std::size_t nearby = 6;
    for (std::size_t back = 1; back <= nearby && back <= word; ++back) {
        const std::size_t w = word - back;
        if (text.words()[w].start < sentence.start) {
            return false;
        }
        if (text.gap_after(w).find_first_of(U",.;") != std::u32string_view::npos) {
            return false;
        }
        const auto hit = period.at(text, w, sentence.end);
        if (hit && text.word(w + 1) != U"nay" && text.word(w + 1) != U"khi") {
            return true;
        }
    }
    return false;
}

/// "2026 và các năm tiếp theo" has no last day.
bool open_behind(const Text& text, std::size_t end, std::size_t limit) {
    static const PhraseSet open{"và các năm",
                                "và những năm",
                                "các năm tiếp theo",
                                "trở đi",
                                "và hằng năm",
                                "và hàng năm",
                                "và các năm tiếp theo"};
    const std::size_t w = text.word_from(end);
    return open.at(text, w, limit).has_value();
}

bool done_nearby(const Text& text, Span sentence, std::size_t word) {
    static const PhraseSet set{"hoàn thành",
                               "xong",
                               "kết thúc",
                               "ban hành",
                               "báo cáo",
                               "gửi",
                               "trình",
                               "nộp",
                               "thời hạn",
                               "thời gian"};
    const std::size_t from = word > 25 ? word - 25 : 0;
    const Span near{std::max(sentence.start, text.words()[from].start), text.words()[word].start};
    return set.in(text, near);
}

struct Candidate {
    Deadline deadline;
    std::size_t next = 0;
};

/// Includes "ngày" before a date written with figures.
std::size_t with_day_word(const Text& text, std::size_t word, std::size_t start) {
    return word > 0 && text.word(word - 1) == U"ngày" && text.words()[word - 1].start >= start
               ? word - 1
               : word;
}

/// "từ ngày 01/3 đến ngày 08/3/2026": work that is done in these days.
std::optional<Candidate> range_at(const Text& text,
                                  Span sentence,
                                  std::size_t word,
                                  const DateHit& date) {
    const std::size_t until = with_day_word(text, word, sentence.start);
    const bool day = date.date.precision == DatePrecision::day && until > 0;
    const auto from = day ? range_start(text, until - 1, sentence.start) : std::nullopt;
    if (!from || in_background(text, sentence, *from)) {
        return std::nullopt;
    }
    Candidate found;
    found.next = text.word_from(date.span.end);
    found.deadline = {{text.words()[*from].start, date.span.end}, date.last, 0.6};
    return found;
}

/// "Tháng 9/2026, …": a month or year at the head of the sentence.
bool opens_sentence(
    const Text& text, Span sentence, std::size_t first, const DateHit& date, std::size_t behind) {
    return first == text.word_from(sentence.start) && date.date.precision != DatePrecision::day &&
           text.gap_after(behind - 1).starts_with(U",");
}

std::optional<Candidate> candidate_at(const Text& text, Span sentence, std::size_t word) {
    const auto date = date_at(text, word, sentence.end);
    if (!date) {
        return std::nullopt;
    }
    if (auto range = range_at(text, sentence, word, *date)) {
        return range;
    }
    Candidate found;
    found.next = text.word_from(date->span.end);
    const std::size_t hour =
        hour_before(text, with_day_word(text, word, sentence.start), sentence.start);
    const bool clock = hour != with_day_word(text, word, sentence.start);
    const auto strong = limits().before(text, clock ? hour : word, sentence.start);
    const auto weak = strong ? std::nullopt : weak_limits().before(text, word, sentence.start);
    const std::size_t first = strong ? strong->word
                              : weak ? weak->word
                                     : with_day_word(text, word, sentence.start);
    const bool opening = opens_sentence(text, sentence, first, *date, found.next);
    const bool to_do = weak && text.word(first) == U"đến" && done_nearby(text, sentence, first);
    // "Hoàn thành danh sách: Tháng 9/2026."
    const bool labelled =
        !strong && first > 0 && text.gap_after(first - 1).find(U':') != std::u32string_view::npos &&
        text.words()[first].start > sentence.start && done_nearby(text, sentence, first);
    // "Tổ chức lễ phát động vào ngày 28/4/2026".
    static const PhraseSet concludes{"sơ kết", "tổng kết", "hoàn thành", "khởi công"};
    const std::size_t from = first > 12 ? first - 12 : 0;
    const Span clause{std::max(sentence.start, text.words()[from].start),
                      text.words()[first].start};
    const bool concluded = weak && text.word(first) == U"vào" && concludes.in(text, clause);
    // "Từ nay đến ngày 30/6/2026".
    const bool from_now =
        weak && text.word(first) == U"đến" && first > 0 && text.word(first - 1) == U"nay";
    const bool held =
        weak && text.word(first) == U"vào" && date->date.precision == DatePrecision::day;
    if ((!strong && !opening && !to_do && !labelled && !held && !concluded && !from_now) ||
        in_background(text, sentence, first) || in_period(text, sentence, first) ||
        open_behind(text, date->span.end, sentence.end) ||
        is_target(text, found.next, sentence.end)) {
        found.deadline.confidence = 0;
        return found;
    }
    found.deadline.phrase = {text.words()[first].start, date->span.end};
    found.deadline.date = date->last;
    found.deadline.confidence =
        strong ? (date->date.precision == DatePrecision::day ? 0.95 : 0.85) : 0.7;
    return found;
}

/// "trong tháng 8", "trước ngày 25/12": the year is that of the document, or the next one.
std::optional<Deadline> yearless_limit(const Text& text, Span span, std::optional<Date> issued) {
    static const PhraseSet bare{"trước",
                                "trước ngày",
                                "chậm nhất ngày",
                                "chậm nhất là ngày",
                                "trong",
                                "xong trong",
                                "đến hết",
                                "hết",
                                "cuối",
                                "chậm nhất trong",
                                "đến ngày",
                                "muộn nhất ngày"};
    const auto& words = text.words();
    for (std::size_t w = text.word_from(span.start); w < words.size() && words[w].end <= span.end;
         ++w) {
        const auto limit = bare.at(text, w, span.end);
        const auto day = limit ? yearless_at(text, w + limit->words, span.end) : std::nullopt;
        if (!day || in_background(text, span, w) ||
            is_target(text, text.word_from(day->end), span.end)) {
            continue;
        }
        return Deadline{
            {words[w].start, day->end}, issued ? day->from(*issued) : std::nullopt, 0.7, true};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Deadline> deadline_in(const Text& text, Span span, std::optional<Date> issued) {
    std::optional<Deadline> best;
    std::optional<Date> latest;
    const auto& words = text.words();
    std::size_t sentence_start = span.start;
    for (std::size_t w = text.word_from(span.start);
         w < words.size() && words[w].end <= span.end;) {
        if (w > 0 && text.gap_after(w - 1).find(U". ") != std::u32string_view::npos &&
            words[w].start > span.start) {
            sentence_start = words[w].start;
        }
        const auto candidate = candidate_at(text, {sentence_start, span.end}, w);
        if (!candidate) {
            ++w;
            continue;
        }
        w = std::max(candidate->next, w + 1);
        const Deadline& found = candidate->deadline;
        const bool past = issued && found.date && *found.date < *issued;
        if (found.confidence > 0 && found.date && !past && (!latest || *latest <= *found.date)) {
            best = found;
            latest = found.date;
        }
    }
    if (!best) {
        best = yearless_limit(text, span, issued);
    }
    return best ? best : counted_limit(text, span);
}

std::optional<Deadline> deadline_of_label(const Text& text, Span value) {
    const Span phrase = text.stripped(value, U".,;: -");
    if (phrase.empty()) {
        return std::nullopt;
    }
    static const PhraseSet open{"các năm tiếp theo",
                                "những năm tiếp theo",
                                "theo tiến độ",
                                "sau khi",
                                "các năm",
                                "theo",
                                "khi",
                                "từ"};
    Deadline deadline{phrase, std::nullopt, 0.9};
    // "Từ ngày 26/02 đến ngày 02/3/2026" has a last day.
    static const PhraseSet from{"từ ngày", "từ"};
    static const PhraseSet until{"đến", "đến ngày"};
    const bool range = from.in(text, phrase) && until.in(text, phrase);
    if (open.in(text, phrase) && !range) {
        return deadline;
    }
    const auto& words = text.words();
    for (std::size_t w = text.word_from(phrase.start);
         w < words.size() && words[w].end <= phrase.end;
         ++w) {
        const auto date = date_at(text, w, phrase.end);
        if (date && (!deadline.date || *deadline.date < date->last)) {
            deadline.date = date->last;
            deadline.confidence = 0.95;
        }
        w = date ? text.word_from(date->span.end) - 1 : w;
    }
    return deadline;
}

}  // namespace hoiquan::reader
