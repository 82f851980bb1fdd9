#include "office/table_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace hoiquan::office {

namespace {

constexpr double kLargest = 9'007'199'254'740'992.0;
constexpr int kFirstYear = 1850;
constexpr int kLastYear = 2150;
constexpr double kLastSerial = 2'958'465;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<int> small_number(std::string_view text) {
    int value = 0;
    if (!all_digits(text) || text.size() > 4) {
        return std::nullopt;
    }
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// Neither seen nor meant: controls, marks of direction, zero-width signs.
bool is_invisible(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) ||
           c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

std::string number_text(double number) {
    std::array<char, 400> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), result.ptr};
}

bool is_error_value(std::string_view text) {
    constexpr std::array<std::string_view, 8> errors{
        "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"};
    return std::find(errors.begin(), errors.end(), text) != errors.end();
}

CellReading fault(std::string key, std::string_view value) {
    constexpr std::size_t longest = 80;
    std::u32string shown = to_code_points(value);
    if (shown.size() > longest) {
        shown.resize(longest);
        shown += U'…';
    }
    return {{}, std::move(key), {{"value", to_utf8(shown)}}};
}

// ---- Numbers ------------------------------------------------------------------------------------

// Whether `text` is a group of at most three digits and then groups of three.
bool has_groups(std::string_view text, char separator) {
    std::size_t from = 0;
    bool first = true;
    while (true) {
        const std::size_t end = std::min(text.find(separator, from), text.size());
        const std::string_view group = text.substr(from, end - from);
        if (!all_digits(group) || (first ? group.size() > 3 : group.size() != 3)) {
            return false;
        }
        if (end == text.size()) {
            return !first;
        }
        from = end + 1;
        first = false;
    }
}

std::string without(std::string_view text, char sign) {
    std::string out(text);
    std::erase(out, sign);
    return out;
}

// Which sign parts the decimals; 0 for none. The last sign decides when both stand there.
char decimal_sign(std::string_view text, bool whole) {
    const std::size_t point = text.rfind('.');
    const std::size_t comma = text.rfind(',');
    if (point != std::string_view::npos && comma != std::string_view::npos) {
        return point > comma ? '.' : ',';
    }
    if (comma != std::string_view::npos) {
        const bool grouped = has_groups(text, ',');
        const bool once = text.find(',') == comma;
        return grouped && (whole || !once) ? '\0' : ',';
    }
    // A point before three digits parts thousands, as written in Vietnam.
    return point == std::string_view::npos || has_groups(text, '.') ? '\0' : '.';
}

std::string plain_number(std::string_view text, bool whole) {
    const char sign = decimal_sign(text, whole);
    const std::size_t at = sign == '\0' ? text.size() : text.rfind(sign);
    const std::string_view front = text.substr(0, at);
    const std::string_view behind = at < text.size() ? text.substr(at + 1) : std::string_view();
    for (const char separator : {'.', ','}) {
        if (front.find(separator) != std::string_view::npos && !has_groups(front, separator)) {
            return {};
        }
    }
    const std::string digits = without(without(front, '.'), ',');
    if (!all_digits(digits) || (at < text.size() && !all_digits(behind))) {
        return {};
    }
    return behind.empty() ? digits : digits + '.' + std::string(behind);
}

std::optional<double> parsed(const std::string& text) {
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

// "12,5 triệu", "3 tỷ", "500.000 đ": the number in front and by what it counts.
std::pair<std::string, double> money_parts(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, double>, 12> units{{{"ty dong", 1e9},
                                                                         {"trieu dong", 1e6},
                                                                         {"nghin dong", 1e3},
                                                                         {"ngan dong", 1e3},
                                                                         {"dong", 1},
                                                                         {"vnd", 1},
                                                                         {"trieu", 1e6},
                                                                         {"nghin", 1e3},
                                                                         {"tr", 1e6},
                                                                         {"ty", 1e9},
                                                                         {"ti", 1e9},
                                                                         {"d", 1}}};
    const std::string folded = fold(text);
    for (const auto& [unit, factor] : units) {
        if (folded.size() > unit.size() && folded.ends_with(unit)) {
            const std::string_view front =
                std::string_view(folded).substr(0, folded.size() - unit.size());
            return {std::string(trim(front)), factor};
        }
    }
    return {folded, 1};
}

CellReading bounded(double value, const TableColumnRule& rule, std::string_view shown) {
    if (value != std::floor(value)) {
        return fault("office.table_not_whole", shown);
    }
    if (std::abs(value) > kLargest || value < static_cast<double>(rule.least) ||
        value > static_cast<double>(rule.most)) {
        return fault("office.table_out_of_range", shown);
    }
    return {static_cast<std::int64_t>(value), {}, {}};
}

CellReading read_number(const Cell& cell, const TableColumnRule& rule) {
    const std::string shown = shown_text(cell);
    std::optional<double> value;
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        value = static_cast<double>(*integer);
    } else if (const auto* number = std::get_if<double>(&cell)) {
        value = *number;
    } else if (rule.kind == TableKind::money) {
        const auto [front, factor] = money_parts(shown);
        value = number_in_text(front, factor == 1);
        // Tenths of a million are whole đồng; what is left beside is the way numbers are kept.
        value = value ? std::optional(std::round(*value * factor * 1000) / 1000) : std::nullopt;
    } else if (!std::holds_alternative<Date>(cell)) {
        value = number_in_text(shown, rule.kind == TableKind::integer);
    }
    if (!value || !std::isfinite(*value)) {
        return fault("office.table_not_number", shown);
    }
    if (rule.kind == TableKind::decimal) {
        return {*value, {}, {}};
    }
    return bounded(*value, rule, shown);
}

// ---- Dates --------------------------------------------------------------------------------------

std::optional<PartialDate> partial(int year, int month, int day, DatePrecision precision) {
    const auto date = Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return date ? std::optional(PartialDate{*date, precision}) : std::nullopt;
}

std::optional<PartialDate> date_of_parts(std::vector<int> parts, bool year_first) {
    if (!year_first) {
        std::reverse(parts.begin(), parts.end());
    }
    if (parts.size() == 3) {
        const int year = parts[0] < 100 ? 2000 + parts[0] : parts[0];
        return partial(year, parts[1], parts[2], DatePrecision::day);
    }
    if (parts.size() == 2) {
        return partial(parts[0], parts[1], 1, DatePrecision::month);
    }
    return parts.size() == 1 ? partial(parts[0], 1, 1, DatePrecision::year) : std::nullopt;
}

bool is_plausible(const std::optional<PartialDate>& date) {
    return date && date->date.year() >= kFirstYear && date->date.year() <= kLastYear;
}

Date day_of_serial(int days, bool from_1904) {
    if (from_1904) {
        return Date(std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)).plus_days(days);
    }
    return Date(std::chrono::sys_days(std::chrono::year(1899) / 12 / 30))
        .plus_days(days < 60 ? days + 1 : days);
}

// A number in a column of dates is a year, or a day whose cell lost its format.
std::optional<PartialDate> date_of_number(double number, bool from_1904) {
    if (number < 0 || number > kLastSerial) {
        return std::nullopt;
    }
    const int whole = static_cast<int>(std::floor(number));
    if (whole >= kFirstYear && whole <= kLastYear) {
        return date_of_parts({whole}, false);
    }
    return PartialDate{day_of_serial(whole, from_1904), DatePrecision::day};
}

CellReading read_date(const Cell& cell, bool from_1904) {
    std::optional<PartialDate> date;
    if (const auto* day = std::get_if<Date>(&cell)) {
        date = PartialDate{*day, DatePrecision::day};
    } else if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        date = date_of_number(static_cast<double>(*integer), from_1904);
    } else if (const auto* number = std::get_if<double>(&cell)) {
        date = date_of_number(*number, from_1904);
    } else {
        date = date_in_text(shown_text(cell));
    }
    if (!is_plausible(date)) {
        return fault("office.table_not_date", shown_text(cell));
    }
    return {*date, {}, {}};
}

CellReading read_year(const Cell& cell, const TableColumnRule& rule) {
    const std::string shown = shown_text(cell);
    std::optional<int> year;
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        year = *integer >= 0 && *integer <= 9999 ? std::optional(static_cast<int>(*integer))
                                                 : std::nullopt;
    } else if (const auto* day = std::get_if<Date>(&cell)) {
        year = day->year();
    } else if (const auto date = date_in_text(shown)) {
        year = date->date.year();
    }
    if (!year) {
        return fault("office.table_not_year", shown);
    }
    return bounded(*year, rule, shown);
}

// ---- Texts --------------------------------------------------------------------------------------

CellReading read_choice(const Cell& cell, const TableColumnRule& rule) {
    const std::string shown = shown_text(cell);
    const std::string folded = fold(shown);
    for (const TableChoice& choice : rule.choices) {
        const auto says = [&](const std::string& label) { return fold(label) == folded; };
        if (std::any_of(choice.labels.begin(), choice.labels.end(), says)) {
            return {choice.value, {}, {}};
        }
    }
    return fault("office.table_not_in_list", shown);
}

CellReading read_digits(const Cell& cell, const TableColumnRule& rule) {
    std::string shown = shown_text(cell);
    std::string digits;
    for (const char c : shown) {
        if (std::string_view(" .-'").find(c) == std::string_view::npos) {
            digits += c;
        }
    }
    const bool was_number = std::holds_alternative<std::int64_t>(cell);
    constexpr std::size_t lost = 2;
    if (was_number && digits.size() < rule.longest && digits.size() + lost >= rule.longest) {
        digits.insert(0, rule.longest - digits.size(), '0');
    }
    if (!all_digits(digits) || digits.size() != rule.longest) {
        // The code may be of a person: the message does not repeat it.
        return {{}, "office.table_not_digits", {{"count", std::to_string(rule.longest)}}};
    }
    return {digits, {}, {}};
}

CellReading read_text(const Cell& cell, const TableColumnRule& rule) {
    std::string shown = shown_text(cell);
    if (length(shown) > rule.longest) {
        CellReading out = fault("office.table_too_long", shown);
        out.args.emplace_back("most", std::to_string(rule.longest));
        return out;
    }
    return {std::move(shown), {}, {}};
}

}  // namespace

std::string shown_text(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        std::u32string visible;
        for (const char32_t c : to_code_points(to_nfc(repair_utf8(*text)))) {
            if (!is_invisible(c)) {
                visible += c;
            }
        }
        return collapse_blanks(to_utf8(visible));
    }
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        return std::to_string(*integer);
    }
    if (const auto* number = std::get_if<double>(&cell)) {
        return number_text(*number);
    }
    if (const auto* date = std::get_if<Date>(&cell)) {
        return date->dd_mm_yyyy();
    }
    return {};
}

std::optional<double> number_in_text(std::string_view text, bool whole) {
    std::string compact = without(collapse_blanks(text), ' ');
    const bool negative = compact.starts_with('-');
    if (negative || compact.starts_with('+')) {
        compact.erase(0, 1);
    }
    const auto value = parsed(plain_number(compact, whole));
    return value && negative ? std::optional(-*value) : value;
}

std::optional<PartialDate> date_in_text(std::string_view text) {
    std::string folded = fold(text);
    for (const std::string_view word : {"ngay", "thang", "nam", "mung"}) {
        for (std::size_t at = folded.find(word); at != std::string::npos; at = folded.find(word)) {
            folded.replace(at, word.size(), "/");
        }
    }
    std::vector<int> parts;
    std::string digits;
    for (const char c : folded + "/") {
        if (is_digit(c)) {
            digits += c;
        } else if (std::string_view("/-. ").find(c) == std::string_view::npos) {
            return std::nullopt;
        } else if (!digits.empty()) {
            const auto part = small_number(digits);
            if (!part) {
                return std::nullopt;
            }
            parts.push_back(*part);
            digits.clear();
        }
    }
    const bool year_first = parts.size() > 1 && parts.front() > 31;
    const auto date = date_of_parts(parts, year_first);
    return is_plausible(date) ? date : std::nullopt;
}

CellReading read_cell(const Cell& cell, const TableColumnRule& rule, bool dates_from_1904) {
    const std::string shown = shown_text(cell);
    if (shown.empty()) {
        return {};
    }
    if (std::holds_alternative<std::string>(cell) && is_error_value(shown)) {
        return fault("office.table_error_value", shown);
    }
    switch (rule.kind) {
        case TableKind::integer:
        case TableKind::decimal:
        case TableKind::money:
            return read_number(cell, rule);
        case TableKind::date:
            return read_date(cell, dates_from_1904);
        case TableKind::year:
            return read_year(cell, rule);
        case TableKind::choice:
            return read_choice(cell, rule);
        case TableKind::digits:
            return read_digits(cell, rule);
        case TableKind::text:
            break;
    }
    return read_text(cell, rule);
}

}  // namespace hoiquan::office
