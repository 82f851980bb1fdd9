#include <algorithm>
#include <array>

#include "base/text.h"
#include "reader/reader.h"

namespace hoiquan::reader {

namespace {

/// A stamp is a line (or a cell of a line) of its own; it never fills more than this.
constexpr std::size_t kLongestStamp = 60;
/// The header with its marks is over after so many lines.
constexpr std::size_t kHeaderLines = 40;

struct Level {
    std::u32string_view letters;
    Secrecy secrecy;
};

// Longest first: each holds the next one's letters.
constexpr std::array<Level, 3> kLevels{{{U"tuyetmat", Secrecy::absolute_secret},
                                        {U"toimat", Secrecy::top_secret},
                                        {U"mat", Secrecy::secret}}};

bool blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
           c == 0xFEFF || c == 0x3000;
}

/// Frames around a stamp: brackets, bars, dots, stars, "dấu", "độ mật:".
bool frame(char32_t c) {
    constexpr std::u32string_view frame_marks = U"[](){}|*.:;,-–—_=\"'“”<>/\\·•□■";
    return frame_marks.find(c) != std::u32string_view::npos;
}

struct Letters {
    std::u32string folded;  ///< Lower case, no diacritics, no blanks.
    bool capitals = true;   ///< Every letter is a capital.
};

/// "M" and "t" in any writing: without them no mark stands here, and nothing need be folded.
bool may_hold_mark(std::u32string_view line) {
    // Letters of other widths and styles are folded to be sure.
    const bool rare = std::any_of(line.begin(), line.end(), [](char32_t c) { return c > 0x2100; });
    const bool m = line.find_first_of(U"mM") != std::u32string_view::npos;
    return rare || (m && line.find_first_of(U"tT") != std::u32string_view::npos);
}

Letters letters_of(std::u32string_view cell) {
    Letters out;
    const std::u32string folded = to_code_points(fold(to_utf8(cell)));
    for (const char32_t c : folded) {
        if (!blank(c) && !frame(c) && c != U'\n') {
            out.folded += c;
        }
    }
    const std::u32string upper = to_code_points(to_upper(to_utf8(cell)));
    out.capitals = upper == std::u32string(cell);
    return out;
}

/// Words that may stand beside the level on a stamp.
std::u32string_view without_label(std::u32string_view letters) {
    constexpr std::array<std::u32string_view, 6> labels{
        U"daudomat", U"dauchidomat", U"mucdomat", U"domat", U"dodomat", U"dau"};
    for (const auto label : labels) {
        if (letters.starts_with(label)) {
            return letters.substr(label.size());
        }
    }
    return letters;
}

std::optional<Secrecy> level_of(std::u32string_view cell) {
    const Letters letters = letters_of(cell);
    const std::u32string_view rest = without_label(letters.folded);
    for (const Level& level : kLevels) {
        if (rest == level.letters && (letters.capitals || rest.size() < letters.folded.size())) {
            return level.secrecy;
        }
    }
    return std::nullopt;
}

/// "Tuyệt mật", "Tối mật", "Mật" on a line alone, also in small letters; only in the header.
std::optional<Secrecy> small_level_of(std::u32string_view cell) {
    const Letters letters = letters_of(cell);
    for (const Level& level : kLevels) {
        if (letters.folded == level.letters) {
            return level.secrecy;
        }
    }
    return std::nullopt;
}

/// "Số: 12-BC/TU (MẬT)", "MẬT Số 12": a stamp set on the line of the number.
std::optional<Secrecy> beside_number(std::u32string_view line) {
    const std::string folded = fold(to_utf8(line));
    const auto number = folded.find("so");
    if (number == std::string::npos || line.size() > 2 * kLongestStamp) {
        return std::nullopt;
    }
    std::optional<Secrecy> best;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (end < line.size() && !blank(line[end]) && !frame(line[end])) {
            ++end;
        }
        if (end > at) {
            const auto word = letters_of(line.substr(at, end - at));
            if (word.capitals && word.folded == U"mat") {
                best = Secrecy::secret;
            }
            if (best && word.capitals && at >= 4) {
                const auto before = letters_of(line.substr(at > 6 ? at - 6 : 0, at > 6 ? 6 : at));
                best = before.folded.ends_with(U"tuyet") ? Secrecy::absolute_secret
                       : before.folded.ends_with(U"toi") ? Secrecy::top_secret
                                                         : *best;
            }
        }
        at = end + 1;
    }
    return best;
}

Secrecy higher(std::optional<Secrecy> a, Secrecy b) {
    return a && *a > b ? *a : b;
}

/// Cells of a line: parted by tabs, bars or three blanks and more.
std::vector<std::u32string_view> cells_of(std::u32string_view line) {
    std::vector<std::u32string_view> cells{line};
    std::size_t start = 0;
    std::size_t blanks = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        const bool gap = at < line.size() && (blank(line[at]) || line[at] == U'|');
        if (gap) {
            blanks += line[at] == U' ' ? 1 : 4;
            continue;
        }
        if (blanks >= 4 || at == line.size()) {
            cells.push_back(line.substr(start, at - start));
            start = at;
        }
        blanks = 0;
    }
    return cells;
}

}  // namespace

std::string_view to_string(Secrecy secrecy) {
    switch (secrecy) {
        case Secrecy::secret:
            return "MẬT";
        case Secrecy::top_secret:
            return "TỐI MẬT";
        case Secrecy::absolute_secret:
            return "TUYỆT MẬT";
    }
    return "MẬT";
}

std::optional<Secrecy> find_secrecy_mark(std::string_view utf8_text) {
    const std::u32string text = to_code_points(to_nfc(utf8_text));
    std::optional<Secrecy> found;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', at), text.size());
        const auto line = std::u32string_view(text).substr(at, end - at);
        at = end + 1;
        const bool empty = std::all_of(line.begin(), line.end(), blank);
        lines += empty ? 0 : 1;
        if (empty || line.size() > 4 * kLongestStamp || !may_hold_mark(line)) {
            continue;
        }
        for (const auto cell : cells_of(line)) {
            const auto level = cell.size() > kLongestStamp || !may_hold_mark(cell) ? std::nullopt
                               : lines <= kHeaderLines && !level_of(cell) ? small_level_of(cell)
                                                                          : level_of(cell);
            found = level ? std::optional(higher(found, *level)) : found;
        }
        const auto beside = lines <= kHeaderLines ? beside_number(line) : std::nullopt;
        found = beside ? std::optional(higher(found, *beside)) : found;
    }
    return found;
}

}  // namespace hoiquan::reader
