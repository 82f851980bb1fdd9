#include <array>

#include "reader/deadlines.h"
#include "reader/numbers.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

struct Period {
    std::string_view words;
    const char* value;
};

// clang-format off
constexpr std::array<Period, 53> kPeriods{{
    {"hằng năm", "yearly"},
    {"hàng năm", "yearly"},
    {"mỗi năm", "yearly"},
    {"một năm một lần", "yearly"},
    {"mỗi năm một lần", "yearly"},
    {"01 năm một lần", "yearly"},
    {"hằng tháng", "monthly"},
    {"hàng tháng", "monthly"},
    {"mỗi tháng", "monthly"},
    {"mỗi tháng một lần", "monthly"},
    {"của tháng trước", "monthly"},
    {"của tháng trước đó", "monthly"},
    {"tháng trước đó", "monthly"},
    {"của tháng sau", "monthly"},
    {"tháng sau", "monthly"},
    {"của tháng kế tiếp", "monthly"},
    {"tháng kế tiếp", "monthly"},
    {"tháng liền kề", "monthly"},
    {"của tháng liền kề", "monthly"},
    {"hằng quý", "quarterly"},
    {"hàng quý", "quarterly"},
    {"mỗi quý", "quarterly"},
    {"mỗi quý một lần", "quarterly"},
    {"tháng cuối quý", "quarterly"},
    {"của tháng cuối quý", "quarterly"},
    {"tháng cuối mỗi quý", "quarterly"},
    {"của tháng cuối mỗi quý", "quarterly"},
    {"tháng cuối của quý", "quarterly"},
    {"của quý sau", "quarterly"},
    {"tháng đầu quý sau", "quarterly"},
    {"của tháng đầu quý sau", "quarterly"},
    {"của tháng đầu quý", "quarterly"},
    {"3 tháng một lần", "quarterly"},
    {"03 tháng một lần", "quarterly"},
    {"6 tháng một lần", "half-yearly"},
    {"sáu tháng một lần", "half-yearly"},
    {"06 tháng một lần", "half-yearly"},
    {"6 tháng và hằng năm", "half-yearly"},
    {"6 tháng hằng năm", "half-yearly"},
    {"sáu tháng", "half-yearly"},
    {"6 tháng hàng năm", "half-yearly"},
    {"06 tháng", "half-yearly"},
    {"6 tháng", "half-yearly"},
    {"6 tháng 01 lần", "half-yearly"},
    {"06 tháng hằng năm", "half-yearly"},
    {"6 tháng và hàng năm", "half-yearly"},
    {"hàng tuần", "regular"},
    {"hằng tuần", "regular"},
    {"mỗi tuần", "regular"},
    {"hằng ngày", "regular"},
    {"hàng ngày", "regular"},
    {"mỗi ngày", "regular"},
    {"định kỳ", "regular"},}};
// clang-format on

const PhraseSet& periods() {
    static const PhraseSet set = [] {
        std::vector<std::string_view> words;
        words.reserve(kPeriods.size());
        for (const Period& period : kPeriods) {
            words.push_back(period.words);
        }
        return PhraseSet(words);
    }();
    return set;
}

/// "ngân sách hằng năm", "kế hoạch hằng năm": the period belongs to a thing, not to the duty.
bool of_a_thing(const Text& text, std::size_t word, std::size_t start) {
    static const PhraseSet things{
        "ngân sách", "ngân sách nhà nước", "nhà nước",  "dự toán",           "kế hoạch", "nguồn",
        "kinh phí",  "thường xuyên",       "và",        "chương trình",      "chi",      "nhiệm vụ",
        "năm",       "chỉ tiêu",           "phí",       "báo cáo tài chính", "công tác", "tư pháp",
        "định kỳ",   "sinh hoạt",          "bồi dưỡng", "xếp loại"};
    return things.before(text, word, start).has_value();
}

/// "Định kỳ" says when only in front of a verb or a period.
bool adverb_of_time(const Text& text, std::size_t word, std::size_t end) {
    static const PhraseSet acts{
        "báo cáo", "tổ chức",   "kiểm tra", "rà soát",  "đánh giá",  "sơ kết",    "tổng hợp",
        "gửi",     "tiến hành", "họp",      "giao ban", "thông báo", "hằng",      "hàng",
        "6",       "06",        "cập nhật", "sáu",      "tổng kết",  "thực hiện", "công bố",
        "mỗi",     "có",        "giám sát", "làm việc", "nghe",      "thống kê"};
    return acts.at(text, word, end).has_value();
}

bool stands_alone(const Text& text, const Hit& hit, Span span) {
    if (hit.word == text.word_from(span.start)) {
        return true;
    }
    const auto gap = text.gap_after(hit.word - 1);
    // "kiểm tra, hằng quý báo cáo …"
    const bool clause = gap.find(U',') != std::u32string_view::npos &&
                        adverb_of_time(text, hit.word + hit.words, span.end);
    return clause || text.is_capital(hit.word) ||
           gap.find_first_of(U".;:(") != std::u32string_view::npos;
}

/// "vào thứ Sáu hằng tuần", "trước 16h00 thứ Năm hằng tuần", "tháng 3 hằng năm", "quý I hằng năm".
std::optional<Span> weekday_before(const Text& text, std::size_t word, std::size_t start) {
    static const PhraseSet named{
        "thứ hai",  "thứ ba",   "thứ tư",   "thứ năm",  "thứ sáu",  "thứ bảy",  "thứ 2",
        "thứ 3",    "thứ 4",    "thứ 5",    "thứ 6",    "chủ nhật", "quý i",    "quý ii",
        "quý iii",  "quý iv",   "quý 1",    "quý 2",    "quý 3",    "quý 4",    "tháng 1",
        "tháng 2",  "tháng 3",  "tháng 4",  "tháng 5",  "tháng 6",  "tháng 7",  "tháng 8",
        "tháng 9",  "tháng 10", "tháng 11", "tháng 12", "tháng 01", "tháng 02", "tháng 03",
        "tháng 04", "tháng 06", "tháng 05", "tháng 07", "tháng 08", "tháng 09"};
    static const PhraseSet opens{"trước",
                                 "vào",
                                 "trong",
                                 "trước ngày",
                                 "chậm nhất",
                                 "chậm nhất vào",
                                 "chiều",
                                 "sáng",
                                 "ngày",
                                 "trước chiều",
                                 "vào sáng",
                                 "vào chiều",
                                 "vào ngày",
                                 "cuối",
                                 "đầu"};
    const auto hit = named.before(text, word, start);
    if (!hit) {
        return std::nullopt;
    }
    std::size_t first = hit->word;
    const auto is_hour = [&](std::size_t w) {
        const auto piece = text.word(w);
        return is_digit(piece[0]) && piece.find(U'h') != std::u32string_view::npos;
    };
    if (first > 0 && text.words()[first - 1].start >= start && is_hour(first - 1)) {
        --first;
    }
    const auto open = opens.before(text, first, start);
    return Span{text.words()[open ? open->word : first].start, text.words()[word].start};
}

/// "trước ngày 15/12 hằng năm", "ngày 20 hằng tháng": the date in front of the period.
std::optional<Span> returning_date(const Text& text, std::size_t word, std::size_t start) {
    static const PhraseSet opens{"trước ngày",
                                 "chậm nhất ngày",
                                 "chậm nhất là ngày",
                                 "vào ngày",
                                 "ngày",
                                 "đúng ngày",
                                 "trước",
                                 "đúng"};
    constexpr std::size_t farthest = 6;
    if (const auto day = weekday_before(text, word, start)) {
        return day;
    }
    for (std::size_t back = farthest; back >= 2; --back) {
        if (back > word || text.words()[word - back].start < start) {
            continue;
        }
        const std::size_t w = word - back;
        if (!opens.at(text, w, text.words()[word].start)) {
            continue;
        }
        for (std::size_t k = w; k < word; ++k) {
            if (is_digit(text.word(k)[0])) {
                return Span{text.words()[w].start, text.words()[word].start};
            }
        }
    }
    return std::nullopt;
}

/// "trước ngày 10 tháng 12", "trước ngày 15 của tháng cuối quý": a day without a year.
std::optional<Span> yearless_day(const Text& text, Span span) {
    static const PhraseSet opens{
        "trước ngày", "chậm nhất ngày", "chậm nhất là ngày", "chậm nhất vào ngày", "vào ngày"};
    static const PhraseSet months{"của tháng cuối quý",
                                  "của tháng cuối mỗi quý",
                                  "tháng cuối quý",
                                  "tháng cuối mỗi quý",
                                  "của tháng",
                                  "của tháng cuối kỳ"};
    const auto& words = text.words();
    const auto number = [&](std::size_t w) {
        return w < words.size() && words[w].end <= span.end && is_digit(text.word(w)[0]);
    };
    for (std::size_t w = text.word_from(span.start); w < words.size() && words[w].end <= span.end;
         ++w) {
        const auto open = opens.at(text, w, span.end);
        const std::size_t day = open ? w + open->words : w;
        if (!open || !number(day) || date_at(text, day, span.end)) {
            continue;
        }
        std::size_t last = day;
        if (const auto month = months.at(text, day + 1, span.end)) {
            last = day + month->words;
        } else if (text.word(day + 1) == U"tháng" && number(day + 2)) {
            last = day + 2;
        } else if (text.gap_after(day) == U"/" && number(day + 1)) {
            last = day + 1;
        }
        return Span{words[w].start, words[last].end};
    }
    return std::nullopt;
}

/// "6 tháng | đầu năm 2026": that half-year, and no other.
bool is_part_of_year(const Text& text, std::size_t word) {
    return text.word(word) == U"đầu" || text.word(word) == U"cuối" || text.word(word) == U"năm";
}

/// "6 tháng" is a period only behind "định kỳ" or "báo cáo".
bool is_period(const Text& text, std::size_t word, const Hit& hit) {
    const bool half_year =
        (text.word(word)[0] == U'0' || text.word(word)[0] == U'6') && hit.words < 3;
    const bool reported =
        word >= 2 && text.word(word - 2) == U"báo" && !is_part_of_year(text, word + 2);
    return !half_year || (word >= 2 && text.word(word - 2) == U"định") || reported;
}

/// A period at `word` that says when the duty returns; `said`: "định kỳ" stood shortly before.
std::optional<Recurrence> returning_at(
    const Text& text, Span span, std::size_t word, const Hit& hit, bool said) {
    static const PhraseSet reports{
        "báo cáo", "kết quả thực hiện", "định kỳ", "sơ kết", "tổng kết", "kết quả"};
    constexpr std::size_t back = 14;  ///< Words.
    const auto& words = text.words();
    Recurrence found{kPeriods.at(hit.id).value, hit.span, std::nullopt};
    if (const auto date = returning_date(text, word, span.start)) {
        found.phrase = Span{date->start, hit.span.end};
        return found;
    }
    const bool after_regular = word >= 2 && text.word(word - 2) == U"định";
    if (of_a_thing(text, word, span.start) && !after_regular && !said) {
        return std::nullopt;
    }
    const std::size_t from =
        word > back ? std::max(span.start, words[word - back].start) : span.start;
    if (!after_regular && !stands_alone(text, hit, span) &&
        !reports.in(text, {from, hit.span.start})) {
        return std::nullopt;
    }
    found.phrase = yearless_day(text, span);
    return found;
}

/// "01 lần/năm", "một lần/quý".
std::optional<Recurrence> times_in_period(const Text& text, Span span, std::size_t word) {
    struct Unit {
        std::u32string_view name;
        const char* value;
    };
    static constexpr std::array<Unit, 5> units{{{U"năm", "yearly"},
                                                {U"quý", "quarterly"},
                                                {U"tháng", "monthly"},
                                                {U"tuần", "regular"},
                                                {U"ngày", "regular"}}};
    const auto& words = text.words();
    if (text.word(word) != U"lần" || text.gap_after(word) != U"/" || word == 0 ||
        words[word + 1].end > span.end) {
        return std::nullopt;
    }
    for (const Unit& unit : units) {
        if (text.word(word + 1) == unit.name) {
            return Recurrence{
                unit.value, {words[word - 1].start, words[word + 1].end}, std::nullopt};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Recurrence> recurrence_in(const Text& text, Span span) {
    constexpr std::size_t same_duty = 24;  ///< Words.
    const auto& words = text.words();
    std::optional<Recurrence> regularly;
    std::size_t regular_word = 0;
    for (std::size_t w = text.word_from(span.start); w < words.size() && words[w].end <= span.end;
         ++w) {
        if (auto times = times_in_period(text, span, w)) {
            return times;
        }
        const auto hit = periods().at(text, w, span.end);
        if (!hit || !is_period(text, w, *hit)) {
            continue;
        }
        if (text.word(w) == U"định") {
            // "Định kỳ hằng năm": the period behind it says more.
            if (!regularly && !periods().at(text, w + 2, span.end) &&
                adverb_of_time(text, w + hit->words, span.end)) {
                regularly = Recurrence{"regular", hit->span, std::nullopt};
                regular_word = w;
            }
            continue;
        }
        const bool said = regularly && w < regular_word + same_duty;
        if (auto found = returning_at(text, span, w, *hit, said)) {
            return found;
        }
        w += hit->words - 1;
    }
    return regularly;
}

std::optional<Recurrence> recurrence_of_label(const Text& text, Span value) {
    static const PhraseSet always{"thường xuyên", "định kỳ", "liên tục"};
    const auto& words = text.words();
    for (std::size_t w = text.word_from(value.start); w < words.size() && words[w].end <= value.end;
         ++w) {
        const auto hit = periods().at(text, w, value.end);
        if (hit && text.word(w) != U"định") {
            Recurrence found{kPeriods.at(hit->id).value, hit->span, std::nullopt};
            if (const auto date = returning_date(text, w, value.start)) {
                found.phrase = Span{date->start, hit->span.end};
            }
            return found;
        }
    }
    if (const auto hit = always.find(text, value)) {
        return Recurrence{"regular", hit->span, std::nullopt};
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
