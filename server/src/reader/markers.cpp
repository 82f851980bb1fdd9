#include <algorithm>

#include "base/text.h"
#include "reader/layout.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

constexpr std::u32string_view kDashes = U"-–—−•*·▪●";

bool is_dash(char32_t c) {
    return kDashes.find(c) != std::u32string_view::npos;
}

/// Reads along one line.
struct Cursor {
    const Text& text;
    std::size_t at;
    std::size_t end;

    char32_t peek(std::size_t ahead = 0) const {
        return at + ahead < end ? text.raw()[at + ahead] : U'\0';
    }
    void skip_blanks() {
        while (at < end && is_blank(text.raw()[at])) {
            ++at;
        }
    }
};

Marker finish(const Cursor& cursor, Mark mark, Span line, std::string label) {
    Cursor rest = cursor;
    const std::size_t mark_end = rest.at;
    rest.skip_blanks();
    return {mark, std::move(label), {line.start, mark_end}, rest.at};
}

Marker no_marker(Span line) {
    return {Mark::none, {}, {line.start, line.start}, line.start};
}

int roman_digit(char32_t lower) {
    switch (lower) {
        case U'i':
            return 1;
        case U'v':
            return 5;
        case U'x':
            return 10;
        default:
            return 0;
    }
}

/// The value of a Roman number up to 39; "Ii" (out of small capitals) counts too. 0 if it is none.
int roman_value(std::u32string_view word) {
    int total = 0;
    int last = 100;
    for (const char32_t c : word) {
        const char32_t l = lower_of(c);
        const int value = roman_digit(l);
        if (value == 0) {
            return 0;
        }
        total += value > last ? value - 2 * last : value;
        last = value;
    }
    return word.empty() || word.size() > 6 || total < 1 ? 0 : total;
}

/// ". ", ") ", "- ", "/ " or ": " behind a label.
bool closes(const Cursor& cursor, std::u32string_view closers) {
    return closers.find(cursor.peek()) != std::u32string_view::npos && cursor.peek() != U'\0';
}

Marker read_article(Cursor cursor, Span line) {
    const std::size_t w = cursor.text.word_from(line.start);
    if (cursor.text.word(w) != U"điều" || !cursor.text.is_capital(w)) {
        return no_marker(line);
    }
    cursor.at = cursor.text.words()[w].end;
    cursor.skip_blanks();
    const std::size_t digits = cursor.at;
    while (is_digit(cursor.peek())) {
        ++cursor.at;
    }
    if (cursor.at == digits || cursor.at > digits + 3 || !closes(cursor, U".:")) {
        return no_marker(line);
    }
    std::string label = "Điều " + cursor.text.utf8({digits, cursor.at});
    ++cursor.at;
    return finish(cursor, Mark::article, line, std::move(label));
}

/// "Phần thứ nhất", "Chương II", "Mục 1": alone on its line or with a title behind.
Marker read_part(const Cursor& cursor, Span line) {
    static const PhraseSet names{"phần thứ", "phần", "chương", "mục"};
    static const PhraseSet counts{"nhất", "hai", "ba", "bốn", "tư", "năm", "một", "sáu", "mở đầu"};
    const std::size_t w = cursor.text.word_from(line.start);
    const auto name = names.at(cursor.text, w, line.end);
    if (!name || !cursor.text.is_capital(w) || line.size() > 200) {
        return no_marker(line);
    }
    const std::size_t count = w + name->words;
    if (count >= cursor.text.words().size() || cursor.text.words()[count].end > line.end) {
        return no_marker(line);
    }
    const Span label = cursor.text.words()[count];
    const auto piece = cursor.text.piece(label);
    const bool counted = counts.at(cursor.text, count, line.end) ||
                         (roman_value(piece) > 0 && is_upper(piece.front())) ||
                         (is_digit(piece.front()) && label.size() <= 2);
    Cursor rest = cursor;
    rest.at = label.end;
    while (closes(rest, U".:-–")) {
        ++rest.at;
    }
    const bool alone = cursor.text.trimmed({rest.at, line.end}).empty();
    const bool titled = rest.at > label.end || is_capitals(cursor.text, {rest.at, line.end});
    if (!counted || !(alone || titled)) {
        return no_marker(line);
    }
    return finish(rest, Mark::part, line, cursor.text.utf8({line.start, label.end}));
}

/// "3", "3.1", "3.1.2": how many groups; 0 if one has more than two digits.
std::size_t read_digit_groups(Cursor& cursor, std::size_t& label_end) {
    std::size_t groups = 0;
    while (groups < 4 && is_digit(cursor.peek())) {
        const std::size_t start = cursor.at;
        while (is_digit(cursor.peek())) {
            ++cursor.at;
        }
        if (cursor.at > start + 2) {
            return 0;
        }
        ++groups;
        label_end = cursor.at;
        if (cursor.peek() != U'.' || !is_digit(cursor.peek(1))) {
            break;
        }
        ++cursor.at;
    }
    return groups;
}

/// "38/CĐ-TTg", "12-KL/TW": the number of a document, broken off its "số".
bool is_document_number(const Cursor& behind) {
    std::size_t capitals = 0;
    std::size_t at = 0;
    while (is_letter(behind.peek(at))) {
        capitals += is_upper(behind.peek(at)) ? 1 : 0;
        ++at;
    }
    const bool joint = behind.peek(at) == U'-' || behind.peek(at) == U'/';
    return capitals > 1 && joint && is_letter(behind.peek(at + 1));
}

Marker read_number(Cursor cursor, Span line) {
    std::size_t label_end = cursor.at;
    const std::size_t groups = read_digit_groups(cursor, label_end);
    if (groups == 0) {
        return no_marker(line);
    }
    const Cursor at_end{cursor.text, label_end, cursor.end};
    Cursor after = at_end;
    const bool dotted = groups > 1;
    if (closes(at_end, U".)/-")) {
        ++after.at;
        if (after.peek() == U'-') {
            ++after.at;
        }
    } else if (!(dotted && is_blank(at_end.peek()))) {
        return no_marker(line);
    }
    // "10.000 đồng", "2 - 3 năm", "5/2025" and "38/CĐ-TTg" are no items.
    if (is_document_number(after) || is_digit(after.peek()) ||
        (!is_blank(after.peek()) && after.at < after.end && !dotted && !is_letter(after.peek()))) {
        return no_marker(line);
    }
    after.skip_blanks();
    if (dotted && is_dash(after.peek()) && is_blank(after.peek(1))) {
        ++after.at;
    }
    const Mark mark = groups == 1 ? Mark::number : groups == 2 ? Mark::decimal : Mark::decimal3;
    return finish(after, mark, line, cursor.text.utf8({line.start, label_end}));
}

Marker read_word_label(Cursor cursor, Span line) {
    const std::size_t start = cursor.at;
    while (is_letter(cursor.peek())) {
        ++cursor.at;
    }
    const Span label{start, cursor.at};
    const std::u32string_view word = cursor.text.piece(label);
    const char32_t first = word.empty() ? U'\0' : word.front();
    if (cursor.peek() == U' ' && cursor.peek(1) == U')' && word.size() == 1 && !is_upper(first)) {
        ++cursor.at;  // "a ) …"
    }
    const char32_t closer = cursor.peek();
    const bool spaced = is_blank(cursor.peek(1)) || cursor.at + 1 >= cursor.end;
    const int roman = is_upper(first) ? roman_value(word) : 0;
    if (roman > 0 && (closer == U'.' || closer == U'-' || closer == U'/') &&
        (spaced || closer != U'/')) {
        ++cursor.at;
        return finish(cursor, Mark::roman, line, to_upper(to_utf8(word)));
    }
    if (word.size() != 1 || !spaced) {
        return no_marker(line);
    }
    if (is_upper(first) && closer == U'.') {
        ++cursor.at;
        return finish(cursor, Mark::capital, line, to_utf8(word));
    }
    if (!is_upper(first) && (closer == U')' || closer == U'.' || closer == U'/')) {
        ++cursor.at;
        return finish(cursor, Mark::letter, line, to_utf8(word));
    }
    return no_marker(line);
}

Marker read_bracket(Cursor cursor, Span line) {
    const std::size_t start = ++cursor.at;
    while (is_digit(cursor.peek()) || is_letter(cursor.peek())) {
        ++cursor.at;
    }
    const Span label{start, cursor.at};
    const std::u32string_view word = cursor.text.piece(label);
    const bool number =
        !word.empty() && word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit);
    const bool other = word.size() == 1 || (roman_value(word) > 0 && word.size() <= 4);
    if (cursor.peek() != U')' || (!number && !other)) {
        return no_marker(line);
    }
    ++cursor.at;
    return finish(cursor, Mark::bracket, line, to_utf8(word));
}

}  // namespace

Marker marker_at(const Text& text, Span line) {
    if (line.empty()) {
        return no_marker(line);
    }
    Cursor cursor{text, line.start, line.end};
    const char32_t first = cursor.peek();
    if (is_digit(first)) {
        return read_number(cursor, line);
    }
    if (first == U'(') {
        return read_bracket(cursor, line);
    }
    if (first == U'+') {
        ++cursor.at;
        return finish(cursor, Mark::plus, line, {});
    }
    if (is_dash(first) && !is_dash(cursor.peek(1))) {
        ++cursor.at;
        return finish(cursor, Mark::dash, line, {});
    }
    Marker part = read_part(cursor, line);
    if (part.mark != Mark::none) {
        return part;
    }
    const Marker article = read_article(cursor, line);
    return article.mark != Mark::none ? article : read_word_label(cursor, line);
}

bool is_separator(const Text& text, Span line) {
    constexpr std::u32string_view rule = U"-–—_*=~. ";
    const auto piece = text.piece(line);
    return !piece.empty() && std::all_of(piece.begin(), piece.end(), [&](char32_t c) {
        return rule.find(c) != std::u32string_view::npos || is_blank(c);
    });
}

bool is_capitals(const Text& text, Span line) {
    bool some = false;
    for (const char32_t c : text.piece(line)) {
        if (is_letter(c) && !is_upper(c)) {
            return false;
        }
        some = some || is_letter(c);
    }
    return some;
}

bool ends_sentence(const Text& text, Span line) {
    constexpr std::u32string_view closing_marks = U"\"”’)]»";
    constexpr std::u32string_view ends = U".;:!?…";
    std::size_t end = line.end;
    while (end > line.start &&
           closing_marks.find(text.raw()[end - 1]) != std::u32string_view::npos) {
        --end;
    }
    return end > line.start && ends.find(text.raw()[end - 1]) != std::u32string_view::npos;
}

}  // namespace hoiquan::reader
