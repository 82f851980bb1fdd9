#include "reader/time_limits.h"

#include <algorithm>
#include <array>

#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

bool is_number(std::u32string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

/// "17h00", "7h".
bool is_clock(std::u32string_view word) {
    const auto h = word.find(U'h');
    return h != std::u32string_view::npos && h > 0 && is_number(word.substr(0, h)) &&
           (h + 1 == word.size() || is_number(word.substr(h + 1)));
}

bool starts_in(const Text& text, std::size_t word, std::size_t start) {
    return text.words()[word].start >= start;
}

}  // namespace

std::size_t hour_before(const Text& text, std::size_t word, std::size_t start) {
    if (word >= 1 && is_clock(text.word(word - 1)) && starts_in(text, word - 1, start)) {
        return word - 1;
    }
    if (word >= 2 && text.gap_after(word - 2) == U":" && is_number(text.word(word - 1)) &&
        is_number(text.word(word - 2)) && starts_in(text, word - 2, start)) {
        return word - 2;
    }
    std::size_t at = word;
    if (at >= 2 && text.word(at - 1) == U"phút" && is_number(text.word(at - 2))) {
        at -= 2;
    } else if (at >= 3 && is_number(text.word(at - 1)) && text.word(at - 2) == U"giờ") {
        at -= 1;
    }
    if (at >= 2 && text.word(at - 1) == U"giờ" && is_number(text.word(at - 2)) &&
        starts_in(text, at - 2, start)) {
        return at - 2;
    }
    return word;
}

std::optional<Deadline> counted_limit(const Text& text, Span span) {
    static const PhraseSet opens{"trong",
                                 "trong vòng",
                                 "trong thời hạn",
                                 "trong thời gian",
                                 "chậm nhất",
                                 "chậm nhất là",
                                 "chậm nhất sau",
                                 "chậm nhất trong"};
    static const PhraseSet units{
        "ngày làm việc", "ngày", "giờ làm việc", "giờ", "tuần", "tháng", "ngày đêm"};
    static const PhraseSet part_of_year{"đầu", "cuối", "qua", "năm", "tới"};
    const auto& words = text.words();
    for (std::size_t w = text.word_from(span.start); w < words.size() && words[w].end <= span.end;
         ++w) {
        const auto open = opens.at(text, w, span.end);
        const std::size_t number = open ? w + open->words : w;
        if (!open || number >= words.size() || !is_number(text.word(number)) ||
            text.word(number).size() > 2) {
            continue;
        }
        const auto unit = units.at(text, number + 1, span.end);
        if (unit && !part_of_year.at(text, unit->word + unit->words, span.end)) {
            return Deadline{{words[w].start, unit->span.end}, std::nullopt, 0.75};
        }
    }
    return std::nullopt;
}

std::optional<Date> Yearless::from(Date earliest) const {
    for (int year = earliest.year(); year <= earliest.year() + 1; ++year) {
        const auto first = Date::of(year, month, day == 0 ? 1 : day);
        const auto last = first && day == 0 ? std::optional(first->last_of_month()) : first;
        if (last && *last >= earliest) {
            return last;
        }
    }
    return std::nullopt;
}

namespace {

/// The value of a word of one or two digits, else 0.
unsigned small_number(const Text& text, std::size_t w, std::size_t end) {
    if (w >= text.words().size() || text.words()[w].end > end || text.word(w).size() > 2 ||
        !is_number(text.word(w))) {
        return 0;
    }
    unsigned value = 0;
    for (const char32_t c : text.word(w)) {
        value = value * 10 + static_cast<unsigned>(c - U'0');
    }
    return value;
}

/// "III", "3".
unsigned quarter(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 4> roman{U"i", U"ii", U"iii", U"iv"};
    static constexpr std::array<std::u32string_view, 4> digits{U"1", U"2", U"3", U"4"};
    for (unsigned i = 0; i < roman.size(); ++i) {
        if (word == roman.at(i) || word == digits.at(i)) {
            return i + 1;
        }
    }
    return 0;
}

}  // namespace

std::optional<Yearless> yearless_at(const Text& text, std::size_t word, std::size_t end) {
    const auto small = [&](std::size_t w) { return small_number(text, w, end); };
    const std::size_t first = text.word(word) == U"ngày" ? word + 1 : word;
    Yearless found;
    std::size_t last = first;
    if (text.word(first) == U"quý") {
        last = first + 1;
        found.month = 3 * quarter(text.word(last));
    } else if (text.word(first) == U"tháng") {
        last = first + 1;
        found.month = small(last);
    } else if (text.word(first + 1) == U"tháng" && small(first) > 0) {
        found.day = small(first);
        last = first + 2;
        found.month = small(last);
    } else if (text.gap_after(first) == U"/" && small(first) > 0) {
        found.day = small(first);
        last = first + 1;
        found.month = small(last);
    }
    if (found.month == 0 || found.month > 12 || found.day > 31) {
        return std::nullopt;
    }
    static const PhraseSet more{
        "năm", "đầu", "cuối", "hằng", "hàng", "tới", "qua", "một lần", "làm việc"};
    const auto gap = text.gap_after(last);
    const bool joined = gap == U"/" || gap == U"-" || gap == U".";
    const bool dated = last + 1 < text.words().size() && joined && is_digit(text.word(last + 1)[0]);
    if (dated || more.at(text, last + 1, end)) {
        return std::nullopt;
    }
    found.end = text.words()[last].end;
    return found;
}

std::optional<std::size_t> range_start(const Text& text, std::size_t word, std::size_t start) {
    // "từ ngày 01/3 đến", "từ ngày 01 đến", "từ 01/3/2026 đến", "từ ngày 01 tháng 3 đến".
    constexpr std::size_t longest = 7;
    static const PhraseSet told{
        "số liệu", "giai đoạn", "kết quả", "thời kỳ", "tính", "phát sinh", "trợ cấp", "kỳ báo cáo"};
    if (text.word(word) != U"đến") {
        return std::nullopt;
    }
    for (std::size_t back = 2; back <= longest && back <= word; ++back) {
        const std::size_t w = word - back;
        if (!starts_in(text, w, start) ||
            text.gap_after(w).find_first_of(U",;:") != std::u32string_view::npos) {
            return std::nullopt;
        }
        const std::size_t day = text.word(w + 1) == U"ngày" ? w + 2 : w + 1;
        if (text.word(w) == U"từ" && is_number(text.word(day))) {
            return told.before(text, w, start) ? std::nullopt : std::optional(w);
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
