#include "intake/repairs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace hoiquan::intake {

namespace {

constexpr double kRepaired = 0.7;

constexpr std::array<std::string_view, 21> kRomans{
    "",   "I",   "II",   "III", "IV", "V",   "VI",   "VII",   "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX",  "XX"};

/// "IL.", "H.", "1I", "lII-": what strokes side by side are taken for. None for other letters.
std::optional<std::string> roman_letters(std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == '-' || word.back() == ',')) {
        word.remove_suffix(1);
    }
    std::string out;
    for (const char c : word) {
        switch (c) {
            case 'I':
            case '1':
            case 'l':
            case '|':
            case 'L':
                out += 'I';
                break;
            case 'H':
                out += "II";
                break;
            case 'V':
            case 'X':
                out += c;
                break;
            default:
                return std::nullopt;
        }
    }
    return out.empty() ? std::nullopt : std::optional(out);
}

std::string without_strokes(std::string text) {
    std::erase(text, 'I');
    return text;
}

/// The words behind the first are in capitals: the line is a heading.
bool heads(const WordLine& line) {
    std::string rest;
    for (std::size_t i = 1; i < line.size(); ++i) {
        rest += line[i].text;
    }
    constexpr std::size_t shortest = 4;
    return length(rest) >= shortest && to_upper(rest) == rest && to_lower(rest) != rest;
}

class Headings {
public:
    void repair(WordLine& line) {
        Word& first = line.front();
        const bool is_number = first.text.find_first_not_of("0123456789.,") == std::string::npos;
        const auto letters = is_number ? std::nullopt : roman_letters(first.text);
        if (!letters || !heads(line)) {
            return;
        }
        const std::size_t number = meant(*letters);
        if (number == 0) {
            return;
        }
        last_ = number;
        const bool dashed = first.text.ends_with('-');
        replace(first, std::string(kRomans.at(number)) + (dashed ? "-" : "."));
    }

    static void replace(Word& word, std::string text) {
        if (word.text != text) {
            word.text = std::move(text);
            word.confidence = std::min(word.confidence, kRepaired);
        }
    }

private:
    /// The next number if only strokes are missing or too many, else the number as it stands.
    std::size_t meant(const std::string& letters) const {
        const std::size_t next = last_ + 1;
        const bool follows =
            next > 1 && next < kRomans.size() && letters != "I" &&
            without_strokes(std::string(kRomans.at(next))) == without_strokes(letters);
        if (follows) {
            return next;
        }
        const auto* const found = std::find(kRomans.begin() + 1, kRomans.end(), letters);
        return found == kRomans.end() ? 0 : static_cast<std::size_t>(found - kRomans.begin());
    }

    std::size_t last_ = 0;
};

/// "5," at the start of a line that goes on with a capital.
bool is_number_with_comma(const WordLine& line) {
    const std::string& text = line.front().text;
    const bool number = text.size() >= 2 && text.size() <= 3 && text.back() == ',' &&
                        text.find_first_not_of("0123456789") == text.size() - 1;
    if (!number || line.size() < 2) {
        return false;
    }
    const std::string next = to_utf8(to_code_points(line[1].text).substr(0, 1));
    return to_lower(next) != next;
}

}  // namespace

void repair_numbers(std::vector<WordPage>& pages) {
    Headings headings;
    for (WordPage& page : pages) {
        for (WordLine& line : page.lines) {
            if (line.empty()) {
                continue;
            }
            headings.repair(line);
            if (is_number_with_comma(line)) {
                Headings::replace(line.front(),
                                  line.front().text.substr(0, line.front().text.size() - 1) + ".");
            }
        }
    }
}

}  // namespace hoiquan::intake
