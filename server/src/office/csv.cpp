#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/text.h"
#include "office/office.h"

namespace hoiquan::office {

namespace {

// Excel, LibreOffice and Google Sheets start a formula at one of these, some versions at their full
// width twins too.
bool starts_formula(std::string_view text) {
    constexpr std::array<std::string_view, 4> wide{
        "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    const auto begins = [text](std::string_view sign) { return text.starts_with(sign); };
    return (!text.empty() &&
            std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) ||
           std::any_of(wide.begin(), wide.end(), begins);
}

std::string quoted_if_needed(std::string_view text, char separator) {
    const bool plain = text.find_first_of(",;\t\r\n\"") == std::string_view::npos &&
                       text.find(separator) == std::string_view::npos &&
                       trim(text).size() == text.size();
    if (plain) {
        return std::string(text);
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += '"';
        }
    }
    return out + '"';
}

std::string number_text(double number, char decimal_point) {
    if (!std::isfinite(number)) {
        return {};
    }
    std::array<char, 400> buffer;
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
    std::string text(buffer.data(), result.ptr);
    if (const std::size_t point = text.find('.'); point != std::string::npos) {
        text[point] = decimal_point;
    }
    return text;
}

std::string text_field(std::string_view text, const CsvFormat& format) {
    std::string sound = repair_utf8(text);
    std::erase(sound, '\0');
    if (starts_formula(sound)) {
        sound.insert(sound.begin(), '\'');
    }
    return quoted_if_needed(sound, format.separator);
}

std::string field(const Cell& cell, const CsvFormat& format) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return text_field(*text, format);
    }
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        return std::to_string(*integer);
    }
    if (const auto* number = std::get_if<double>(&cell)) {
        return quoted_if_needed(number_text(*number, format.decimal_point), format.separator);
    }
    if (const auto* date = std::get_if<Date>(&cell)) {
        return date->dd_mm_yyyy();
    }
    return {};
}

}  // namespace

std::string write_csv(const std::vector<std::string>& header,
                      const std::vector<std::vector<Cell>>& rows,
                      const CsvFormat& format) {
    std::string out = "\xEF\xBB\xBF";
    const char* before = "";
    const std::array<char, 2> separator{format.separator, '\0'};
    for (const std::string& name : header) {
        out += before + text_field(name, format);
        before = separator.data();
    }
    out += "\r\n";
    for (const std::vector<Cell>& row : rows) {
        before = "";
        for (const Cell& cell : row) {
            out += before + field(cell, format);
            before = separator.data();
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace hoiquan::office
