#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "base/text.h"
#include "reader/reader.h"

namespace hoiquan::reader {

namespace {

/// A stamp is a line (or a cell of a line) of its own; it never fills more than this.
constexpr std::size_t kLongestStamp = 60;
/// The header with its marks is over after so many lines.
constexpr std::size_t kHeaderLines = 40;
/// Above the title of the paper a stamp may stand between other words.
constexpr std::size_t kLetterheadLines = 14;

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

/// Frames around a stamp: brackets, bars, dots, stars.
bool frame(char32_t c) {
    constexpr std::u32string_view frame_marks = U"[](){}|*.:;,-–—_=\"'“”‘’`´^~<>/\\·•□■▪…";
    return frame_marks.find(c) != std::u32string_view::npos;
}

/// What OCR takes for another letter: "TỐl MẬT", "T0I MAT", "TUVỆT".
char32_t read_well(char32_t c) {
    switch (c) {
        case U'0':
            return U'o';
        case U'1':
        case U'l':
        case U'!':
            return U'i';
        case U'v':
            return U'y';
        case U'7':
            return U't';
        default:
            return c;
    }
}

struct Letters {
    std::u32string folded;     ///< Lower case, no diacritics, no blanks, slips of OCR mended.
    bool capitals = true;      ///< Every letter is a capital, but for an "l" in place of an "I".
    bool other_vowel = false;  ///< "MẮT", "MẤT", "MÁT": another word, if not misread.
};

/// "M" and "t" in any writing: without them no mark stands here, and nothing need be folded.
bool may_hold_mark(std::u32string_view line) {
    // Letters of other widths and styles are folded to be sure.
    const bool rare = std::any_of(line.begin(), line.end(), [](char32_t c) { return c > 0x2100; });
    const bool m = line.find_first_of(U"mM") != std::u32string_view::npos ||
                   line.find(U"RN") != std::u32string_view::npos;
    return rare || (m && line.find_first_of(U"tT7") != std::u32string_view::npos);
}

Letters letters_of(std::u32string_view cell) {
    constexpr std::u32string_view others = U"áàảãắằẳẵặấầẩẫăÁÀẢÃẮẰẲẴẶẤẦẨẪĂ";
    Letters out;
    for (const char32_t c : to_code_points(fold(to_utf8(cell)))) {
        if (!blank(c) && !frame(c) && c != U'\n') {
            out.folded += read_well(c);
        }
    }
    for (std::size_t at = out.folded.find(U"rn"); at != std::u32string::npos;
         at = out.folded.find(U"rn")) {
        out.folded.replace(at, 2, U"m");
    }
    std::u32string plain(cell);
    std::replace(plain.begin(), plain.end(), U'l', U'I');
    out.capitals = to_code_points(to_upper(to_utf8(plain))) == plain;
    out.other_vowel = cell.find_first_of(others) != std::u32string_view::npos;
    return out;
}

/// At most one letter lost, added or misread.
bool one_slip(std::u32string_view read, std::u32string_view meant) {
    if (read.size() + 1 < meant.size() || meant.size() + 1 < read.size()) {
        return false;
    }
    const auto [left, right] = std::mismatch(read.begin(), read.end(), meant.begin(), meant.end());
    if (left == read.end() || right == meant.end()) {
        return true;
    }
    const auto skip_read = read.size() >= meant.size() ? 1 : 0;
    const auto skip_meant = meant.size() >= read.size() ? 1 : 0;
    return std::equal(left + skip_read, read.end(), right + skip_meant, meant.end());
}

/// Words that may stand beside the level on a stamp: "Độ mật: TỐI MẬT".
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

std::optional<Secrecy> level_named(std::u32string_view letters) {
    for (const Level& level : kLevels) {
        const bool whole = letters == level.letters;
        if (whole || (level.letters.size() > 3 && one_slip(letters, level.letters))) {
            return level.secrecy;
        }
    }
    return std::nullopt;
}

/// A cell that holds a mark and nothing else.
std::optional<Secrecy> level_of(std::u32string_view cell, std::size_t line) {
    const Letters letters = letters_of(cell);
    const std::u32string_view rest = without_label(letters.folded);
    const bool labelled = rest.size() < letters.folded.size();
    const auto level = level_named(rest);
    if (!level) {
        return std::nullopt;
    }
    // "MẮT" heads a column of a health check; above the title it is a misread stamp.
    if (*level == Secrecy::secret && letters.other_vowel && line > kLetterheadLines) {
        return std::nullopt;
    }
    // "Tối mật" alone on a line in small letters is a mark in the header only.
    const bool exact = std::any_of(kLevels.begin(), kLevels.end(), [&](const Level& known) {
        return known.letters == letters.folded;
    });
    const bool small = line <= kHeaderLines && exact;
    return letters.capitals || labelled || small ? level : std::nullopt;
}

/// The words of a line; letters set apart ("M Ậ T") make one word.
std::vector<std::u32string> words_of(std::u32string_view line) {
    std::vector<std::u32string> words;
    bool spaced = false;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (end < line.size() && !blank(line[end]) && !frame(line[end])) {
            ++end;
        }
        if (end == at + 1 && spaced) {
            words.back() += line[at];
        } else if (end > at) {
            words.emplace_back(line.substr(at, end - at));
            spaced = end == at + 1;
        }
        at = end + 1;
    }
    return words;
}

/// What the words of a line say about the place of a mark in it.
struct MixedLine {
    std::vector<std::u32string> folded;
    std::vector<bool> capitals;
    bool about_secrets = false;  ///< "danh mục bí mật nhà nước độ Tối mật": the subject.
    bool letterhead = false;  ///< The motto or the number of the paper stands beside.
};

bool any_word(const MixedLine& line, std::initializer_list<std::u32string_view> some) {
    return std::any_of(line.folded.begin(), line.folded.end(), [&](const std::u32string& word) {
        return std::find(some.begin(), some.end(), word) != some.end();
    });
}

MixedLine mixed(std::u32string_view text) {
    MixedLine line;
    for (const std::u32string& word : words_of(text)) {
        Letters letters = letters_of(word);
        line.capitals.push_back(letters.capitals);
        line.folded.push_back(
            letters.other_vowel && letters.folded == U"mat" ? U"" : std::move(letters.folded));
    }
    // "v" is read as "y", "l" as "i".
    line.about_secrets = any_word(
        line, {U"bi", U"bao", U"danh", U"yy", U"ye", U"do", U"co", U"ma", U"khau", U"ong"});
    line.letterhead = any_word(line, {U"so", U"cong", U"doc", U"dang"});
    return line;
}

/// "Số: 12-BC/TU (MẬT)", "MẬT ĐẢNG CỘNG SẢN VIỆT NAM": a stamp on a line of the letterhead.
std::optional<Secrecy> between_words(std::u32string_view text) {
    if (text.size() > 2 * kLongestStamp) {
        return std::nullopt;
    }
    const MixedLine line = mixed(text);
    if (line.about_secrets || !line.letterhead) {
        return std::nullopt;
    }
    std::optional<Secrecy> best;
    for (std::size_t i = 0; i < line.folded.size(); ++i) {
        if (!line.capitals[i]) {
            continue;
        }
        const auto pair = i + 1 < line.folded.size() && line.capitals[i + 1]
                              ? level_named(line.folded[i] + line.folded[i + 1])
                              : std::nullopt;
        const auto alone = level_named(line.folded[i]);
        const auto level = pair && *pair != Secrecy::secret ? pair : alone;
        best = level ? std::max(best.value_or(*level), *level) : best;
    }
    return best;
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

/// The highest mark of one line; `number` counts the lines that are not empty.
std::optional<Secrecy> mark_in(std::u32string_view line, std::size_t number) {
    std::optional<Secrecy> found;
    const auto note = [&](std::optional<Secrecy> level) {
        found = level ? std::max(found.value_or(*level), *level) : found;
    };
    for (const auto cell : cells_of(line)) {
        if (cell.size() <= kLongestStamp && may_hold_mark(cell)) {
            note(level_of(cell, number));
        }
    }
    if (number <= kHeaderLines) {
        note(between_words(line));
    }
    return found;
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
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', at), text.size());
        const auto line = std::u32string_view(text).substr(at, end - at);
        at = end + 1;
        if (std::all_of(line.begin(), line.end(), blank)) {
            continue;
        }
        ++number;
        if (line.size() <= 4 * kLongestStamp && may_hold_mark(line)) {
            const auto level = mark_in(line, number);
            found = level ? std::max(found.value_or(*level), *level) : found;
        }
    }
    return found;
}

}  // namespace hoiquan::reader
