#include "reader/numbers.h"

#include <algorithm>

#include "base/text.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kMaxSymbol = 40;

bool is_year(int value) {
    return value >= 1900 && value <= 2199;
}

/// The value of a word of digits; nothing if it is longer than `most` or no number.
std::optional<int> value_of(std::u32string_view word, std::size_t most) {
    if (word.empty() || word.size() > most || !std::all_of(word.begin(), word.end(), is_digit)) {
        return std::nullopt;
    }
    int value = 0;
    for (const char32_t c : word) {
        value = value * 10 + static_cast<int>(c - U'0');
    }
    return value;
}

bool is_joint(char32_t c) {
    return c == U'-' || c == U'/' || c == U'–';
}

/// Letters and digits with '-', '/', '.', '&' between; a blank may follow a joint before a capital
/// ("NQ- TW"). Returns the end.
std::size_t symbol_end(const Text& text, std::size_t at, std::size_t end) {
    const auto& raw = text.raw();
    std::size_t stop = at;
    const std::size_t limit = std::min(end, at + kMaxSymbol);
    while (at < limit) {
        const char32_t c = raw[at];
        if (is_letter(c) || is_digit(c)) {
            stop = ++at;
        } else if (is_joint(c) || c == U'.' || c == U'&') {
            ++at;
            const bool gap =
                is_joint(c) && at + 1 < limit && raw[at] == U' ' && is_upper(raw[at + 1]);
            at += gap ? 1 : 0;
        } else {
            break;
        }
    }
    return stop;
}

std::string without_blanks(const Text& text, Span span) {
    std::u32string out;
    for (const char32_t c : text.piece(span)) {
        if (!is_blank(c)) {
            out += c;
        }
    }
    return to_utf8(out);
}

bool has_capital(const Text& text, Span span) {
    const auto piece = text.piece(span);
    return std::any_of(piece.begin(), piece.end(), is_upper);
}

/// "/2025" behind the digits of a legal act; returns where the symbol's joint stands.
std::size_t skip_year(const Text& text, std::size_t at, std::size_t end) {
    std::size_t digits = at + 1;
    while (digits < end && is_digit(text.raw()[digits])) {
        ++digits;
    }
    const auto year = value_of(text.piece({at + 1, digits}), 4);
    return year && is_year(*year) && digits < end && is_joint(text.raw()[digits]) ? digits : at;
}

/// Reads from the joint that follows the digits.
std::optional<DocumentNumber> read_symbol(const Text& text, Span digits, std::size_t end) {
    std::size_t joint = digits.end;
    if (joint >= end || !is_joint(text.raw()[joint])) {
        return std::nullopt;
    }
    joint = skip_year(text, joint, end);
    std::size_t start = joint + 1;
    while (start < end && text.raw()[start] == U' ') {
        ++start;
    }
    // "1/ Phòng Kinh tế" is an item of a list: behind a blank a symbol shows two capitals.
    const bool spaced = start > joint + 1;
    if (spaced &&
        !(start + 1 < end && is_upper(text.raw()[start]) && is_upper(text.raw()[start + 1]))) {
        return std::nullopt;
    }
    const std::size_t stop = symbol_end(text, start, end);
    if (stop <= start || !is_letter(text.raw()[start]) || !has_capital(text, {start, stop})) {
        return std::nullopt;
    }
    DocumentNumber found;
    found.span = {digits.start, stop};
    found.number = without_blanks(text, {digits.start, joint});
    found.symbol = without_blanks(text, {start, stop});
    found.written = without_blanks(text, found.span);
    return found;
}

std::optional<DateHit> make(Span span, int year, unsigned month, unsigned day) {
    const auto date = Date::of(year, month, day);
    if (!date || !is_year(year)) {
        return std::nullopt;
    }
    return DateHit{span, {*date, DatePrecision::day}, *date, false};
}

/// "28/8/2012" or "28-8-2012" or "28.8.2012": three words with the same joint.
std::optional<DateHit> numeric_date(const Text& text, std::size_t word, std::size_t end) {
    const auto joint = text.gap_after(word);
    if (joint.size() != 1 || (joint[0] != U'/' && joint[0] != U'-' && joint[0] != U'.') ||
        text.gap_after(word + 1) != joint || word + 2 >= text.words().size() ||
        text.words()[word + 2].end > end) {
        return std::nullopt;
    }
    const auto day = value_of(text.word(word), 2);
    const auto month = value_of(text.word(word + 1), 2);
    const auto year = value_of(text.word(word + 2), 4);
    if (!day || !month || !year) {
        return std::nullopt;
    }
    return make({text.words()[word].start, text.words()[word + 2].end},
                *year,
                static_cast<unsigned>(*month),
                static_cast<unsigned>(*day));
}

/// "tháng 8 năm 2012" or "tháng 8/2012" at this word.
std::optional<DateHit> month_at(const Text& text, std::size_t word, std::size_t end) {
    if (text.word(word) != U"tháng") {
        return std::nullopt;
    }
    const auto month = value_of(text.word(word + 1), 2);
    const bool named = text.word(word + 2) == U"năm";
    const std::size_t year_word = named ? word + 3 : word + 2;
    const auto year = value_of(text.word(year_word), 4);
    const auto gap = text.gap_after(word + 1);
    const bool joined = named || gap == U"/" || gap == U"-" || gap == U".";
    if (!month || !year || !joined || !is_year(*year) || text.words()[year_word].end > end) {
        return std::nullopt;
    }
    const auto first = Date::of(*year, static_cast<unsigned>(*month), 1);
    if (!first) {
        return std::nullopt;
    }
    return DateHit{{text.words()[word].start, text.words()[year_word].end},
                   {*first, DatePrecision::month},
                   first->last_of_month(),
                   true};
}

std::optional<int> quarter_of(std::u32string_view word) {
    if (word == U"i" || word == U"1") {
        return 1;
    }
    if (word == U"ii" || word == U"2") {
        return 2;
    }
    if (word == U"iii" || word == U"3") {
        return 3;
    }
    return word == U"iv" || word == U"4" ? std::optional(4) : std::nullopt;
}

std::optional<DateHit> quarter_at(const Text& text, std::size_t word, std::size_t end) {
    if (text.word(word) != U"quý") {
        return std::nullopt;
    }
    const auto quarter = quarter_of(text.word(word + 1));
    const std::size_t year_word = text.word(word + 2) == U"năm" ? word + 3 : word + 2;
    const auto year = value_of(text.word(year_word), 4);
    if (!quarter || !year || !is_year(*year) || text.words()[year_word].end > end) {
        return std::nullopt;
    }
    const auto first = Date::of(*year, static_cast<unsigned>(*quarter * 3), 1);
    if (!first) {
        return std::nullopt;
    }
    return DateHit{{text.words()[word].start, text.words()[year_word].end},
                   {*first, DatePrecision::month},
                   first->last_of_month(),
                   true};
}

/// "6 tháng đầu năm 2025".
std::optional<DateHit> half_year_at(const Text& text, std::size_t word, std::size_t end) {
    const std::u32string_view count = text.word(word);
    const bool six = count == U"6" || count == U"06" || count == U"sáu";
    if (!six || text.word(word + 1) != U"tháng" || text.word(word + 3) != U"năm") {
        return std::nullopt;
    }
    const bool first_half = text.word(word + 2) == U"đầu";
    const auto year = value_of(text.word(word + 4), 4);
    if ((!first_half && text.word(word + 2) != U"cuối") || !year || !is_year(*year) ||
        text.words()[word + 4].end > end) {
        return std::nullopt;
    }
    const auto last = Date::of(*year, first_half ? 6 : 12, 1);
    return last ? std::optional(DateHit{{text.words()[word].start, text.words()[word + 4].end},
                                        {*last, DatePrecision::month},
                                        last->last_of_month(),
                                        true})
                : std::nullopt;
}

std::optional<DateHit> year_at(const Text& text, std::size_t word, std::size_t end) {
    const auto year = text.word(word) == U"năm" ? value_of(text.word(word + 1), 4) : std::nullopt;
    if (!year || !is_year(*year) || text.words()[word + 1].end > end) {
        return std::nullopt;
    }
    // "năm 2026 - 2027": a span of years ends with the last one.
    const auto gap = text.gap_after(word + 1);
    const bool dash = gap.size() <= 3 && gap.find_first_of(U"-–") != std::u32string_view::npos;
    const auto until = dash ? value_of(text.word(word + 2), 4) : std::nullopt;
    const bool range =
        until && is_year(*until) && *until > *year && text.words()[word + 2].end <= end;
    const std::size_t last_word = range ? word + 2 : word + 1;
    const auto first = Date::of(*year, 1, 1);
    const auto last = Date::of(range ? *until : *year, 12, 31);
    if (!first || !last) {
        return std::nullopt;
    }
    return DateHit{{text.words()[word].start, text.words()[last_word].end},
                   {*first, DatePrecision::year},
                   *last,
                   true};
}

}  // namespace

std::optional<DocumentNumber> number_at(const Text& text, std::size_t at, std::size_t end) {
    std::size_t stop = at;
    while (stop < end && stop < at + 7 && is_digit(text.raw()[stop])) {
        ++stop;
    }
    // "12a/QĐ": one letter may follow the digits.
    if (stop > at && stop + 1 < end && is_letter(text.raw()[stop]) &&
        is_joint(text.raw()[stop + 1])) {
        ++stop;
    }
    return stop > at ? read_symbol(text, {at, stop}, end) : std::nullopt;
}

std::optional<DocumentNumber> own_number_at(const Text& text, std::size_t at, std::size_t end) {
    constexpr std::u32string_view fill = U":._…";
    const auto& raw = text.raw();
    while (at < end && (is_blank(raw[at]) || fill.find(raw[at]) != std::u32string_view::npos)) {
        ++at;
    }
    if (at < end && is_joint(raw[at])) {
        auto found = read_symbol(text, {at, at}, end);
        if (found) {
            found->number.clear();
        }
        return found;
    }
    std::size_t stop = at;
    while (stop < end && is_digit(raw[stop])) {
        ++stop;
    }
    std::size_t joint = stop;
    while (joint < end && raw[joint] == U' ') {
        ++joint;
    }
    if (joint > stop && joint < end && is_joint(raw[joint]) && stop > at) {
        // "Số: 12 /KH-UBND"
        auto found = read_symbol(text, {joint, joint}, end);
        if (found) {
            found->number = without_blanks(text, {at, stop}) + found->number;
            found->span.start = at;
            found->written = without_blanks(text, found->span);
        }
        return found;
    }
    return number_at(text, at, end);
}

std::optional<DateHit> date_at(const Text& text, std::size_t word, std::size_t end) {
    const std::u32string_view first = text.word(word);
    if (first.empty()) {
        return std::nullopt;
    }
    if (const auto half = half_year_at(text, word, end)) {
        return half;
    }
    if (is_digit(first[0])) {
        if (const auto numeric = numeric_date(text, word, end)) {
            return numeric;
        }
        const auto day = value_of(first, 2);
        const auto month = month_at(text, word + 1, end);
        if (!day || !month) {
            return std::nullopt;
        }
        auto date = make({text.words()[word].start, month->span.end},
                         month->date.date.year(),
                         month->date.date.month(),
                         static_cast<unsigned>(*day));
        if (date) {
            date->in_words = true;
        }
        return date;
    }
    if (const auto month = month_at(text, word, end)) {
        return month;
    }
    const auto quarter = quarter_at(text, word, end);
    return quarter ? quarter : year_at(text, word, end);
}

}  // namespace hoiquan::reader
