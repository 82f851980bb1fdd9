#include "associations/similar_text.h"

#include <algorithm>
#include <array>

namespace hoiquan::associations::similarity {

namespace {

constexpr TermKey kFnvStart = 14695981039346656037ULL;
constexpr TermKey kFnvPrime = 1099511628211ULL;

TermKey with(TermKey key, std::uint64_t part) {
    return (key ^ part) * kFnvPrime;
}

struct Letter {
    char base = '\0';  ///< 'a'..'z', '0'..'9'; '\0' for what is no letter.
    bool is_upper = false;
    bool has_diacritics = false;
    char32_t lower = 0;
};

Letter of_ascii(char32_t c) {
    if (c >= U'A' && c <= U'Z') {
        return {static_cast<char>(c - U'A' + U'a'), true, false, c - U'A' + U'a'};
    }
    const bool is_plain = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
    return is_plain ? Letter{static_cast<char>(c), false, false, c} : Letter{};
}

Letter of_latin1(char32_t c) {
    constexpr std::string_view bases = "aaaaaaaceeeeiiiidnooooo ouuuuy";
    const bool is_upper = c < 0xE0;
    const auto at = static_cast<std::size_t>((c & 0x1FU));
    const char base = at < bases.size() && bases[at] != ' ' ? bases[at] : '\0';
    return {base, is_upper, true, is_upper ? c + 0x20 : c};
}

char extended_base(char32_t c) {
    struct Range {
        char32_t end;
        char base;
    };
    constexpr std::array<Range, 6> ranges{
        {{0x1EB8, 'a'}, {0x1EC8, 'e'}, {0x1ECC, 'i'}, {0x1EE4, 'o'}, {0x1EF2, 'u'}, {0x1EFA, 'y'}}};
    for (const auto& range : ranges) {
        if (c < range.end) {
            return range.base;
        }
    }
    return '\0';
}

/// The letters of Vietnamese outside Latin-1 stand in pairs, the capital first.
Letter of_pairs(char32_t c) {
    char base = '\0';
    bool is_upper = (c & 1U) == 0;
    switch (c & ~char32_t{1}) {
        case 0x102:
            base = 'a';
            break;
        case 0x110:
            base = 'd';
            break;
        case 0x128:
            base = 'i';
            break;
        case 0x168:
            base = 'u';
            break;
        case 0x1A0:
            base = 'o';
            break;
        default:
            break;
    }
    if (c == 0x1AF || c == 0x1B0) {
        base = 'u';
        is_upper = c == 0x1AF;
    } else if (c >= 0x1EA0) {
        base = extended_base(c);
    }
    return {base, is_upper, true, is_upper ? c + 1 : c};
}

Letter letter_of(char32_t c) {
    if (c < 0x80) {
        return of_ascii(c);
    }
    if (c >= 0xC0 && c < 0x100) {
        return of_latin1(c);
    }
    return c >= 0x102 && c < 0x1EFA ? of_pairs(c) : Letter{};
}

struct Decoded {
    char32_t c = 0;
    std::uint32_t size = 1;
};

/// Trusts nothing: a broken sequence is a sign that is no letter.
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(at);
    if (first < 0x80) {
        return {first, 1};
    }
    if (first >= 0xC2 && first < 0xE0 && (byte(at + 1) & 0xC0U) == 0x80) {
        return {((first & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
    }
    if (first >= 0xE0 && first < 0xF0 && (byte(at + 1) & 0xC0U) == 0x80 &&
        (byte(at + 2) & 0xC0U) == 0x80) {
        return {((first & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU),
                3};
    }
    return {0xFFFD, 1};
}

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool is_one_of(char c, std::string_view letters) {
    return letters.find(c) != std::string_view::npos;
}

bool starts_word(std::string_view onset) {
    switch (onset.size()) {
        case 0:
            return true;
        case 1:
            return !is_one_of(onset[0], "fjwz");
        case 2:
            return onset[1] == 'h' ? is_one_of(onset[0], "cgknpt") : onset == "tr" || onset == "ng";
        default:
            return onset == "ngh";
    }
}

bool ends_word(std::string_view coda) {
    switch (coda.size()) {
        case 0:
            return true;
        case 1:
            return is_one_of(coda[0], "cmnpt");
        default:
            return coda == "ch" || coda == "ng" || coda == "nh";
    }
}

bool could_be_word(std::string_view folded) {
    const auto first = std::find_if(folded.begin(), folded.end(), is_vowel);
    const auto last = std::find_if_not(first, folded.end(), is_vowel);
    const auto onset = folded.substr(0, static_cast<std::size_t>(first - folded.begin()));
    const auto coda = folded.substr(static_cast<std::size_t>(last - folded.begin()));
    return first != last && last - first <= 3 && starts_word(onset) && ends_word(coda);
}

/// One word while its letters are read.
class WordInProgress {
public:
    void add(const Letter& letter) {
        syllable_.key = with(syllable_.key, static_cast<unsigned char>(letter.base));
        syllable_.exact = with(syllable_.exact, letter.lower);
        syllable_.has_diacritics = syllable_.has_diacritics || letter.has_diacritics;
        folded_ += letter.base;
        upper_ += letter.is_upper ? 1U : 0U;
        digits_ += letter.base <= '9' ? 1U : 0U;
        if (folded_.size() == 1) {
            syllable_.is_capital = letter.is_upper;
            syllable_.initial = letter.base;
        }
    }
    bool is_empty() const { return folded_.empty(); }
    void begin_at(std::size_t at, bool follows_stop) {
        syllable_ = Syllable{};
        syllable_.key = kFnvStart;
        syllable_.exact = kFnvStart;
        syllable_.begin = static_cast<std::uint32_t>(at);
        syllable_.follows_stop = follows_stop;
        folded_.clear();
        upper_ = 0;
        digits_ = 0;
    }
    Syllable end_at(std::size_t at) {
        syllable_.end = static_cast<std::uint32_t>(at);
        syllable_.key &= ~kTwoWords;
        syllable_.is_upper = upper_ >= 2 && upper_ == folded_.size();
        syllable_.is_number = digits_ == folded_.size();
        syllable_.is_word = could_be_word(folded_);
        folded_.clear();
        return syllable_;
    }

private:
    Syllable syllable_;
    std::string folded_;
    std::size_t upper_ = 0;
    std::size_t digits_ = 0;
};

bool is_stop(char32_t c) {
    return c == U',' || c == U'.' || c == U';' || c == U':' || c == U'(' || c == U')' ||
           c == U'\n' || c == U'"' || c == 0x201C || c == 0x201D || c == U'/';
}

}  // namespace

TermKey key_of(std::string_view folded) {
    TermKey key = kFnvStart;
    for (const char c : folded) {
        key = with(key, static_cast<unsigned char>(c));
    }
    return key & ~kTwoWords;
}

TermKey empty_key() {
    return kFnvStart;
}

TermKey key_with(TermKey key, char letter) {
    return with(key, static_cast<unsigned char>(letter));
}

TermKey joined(TermKey a, TermKey b) {
    constexpr TermKey mix = 0x9E3779B97F4A7C15ULL;
    return ((a * mix) ^ (b + mix + (a << 6U) + (a >> 2U))) & ~kTwoWords;
}

std::vector<Syllable> syllables_of(std::string_view text) {
    std::vector<Syllable> out;
    out.reserve(text.size() / 5);
    WordInProgress word;
    bool is_after_stop = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = decode(text, at);
        const auto letter = letter_of(decoded.c);
        if (letter.base != '\0') {
            if (word.is_empty()) {
                word.begin_at(at, is_after_stop);
                is_after_stop = false;
            }
            word.add(letter);
        } else {
            if (!word.is_empty()) {
                out.push_back(word.end_at(at));
            }
            is_after_stop = is_after_stop || is_stop(decoded.c);
        }
        at += decoded.size;
    }
    if (!word.is_empty()) {
        out.push_back(word.end_at(text.size()));
    }
    return out;
}

std::string folded_word(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const auto decoded = decode(word, at);
        const auto letter = letter_of(decoded.c);
        if (letter.base != '\0') {
            out += letter.base;
        }
        at += decoded.size;
    }
    return out;
}

bool is_bare(const std::vector<Syllable>& text) {
    return std::none_of(
        text.begin(), text.end(), [](const Syllable& word) { return word.has_diacritics; });
}

bool is_shouted(const std::vector<Syllable>& text) {
    const auto upper =
        std::count_if(text.begin(), text.end(), [](const Syllable& word) { return word.is_upper; });
    return upper * 2 > static_cast<std::ptrdiff_t>(text.size());
}

bool is_abbreviation(const Syllable& syllable, bool is_shouted) {
    const auto size = syllable.end - syllable.begin;
    if (size < 2 || size > 14 || syllable.is_number) {
        return false;
    }
    return is_shouted ? !syllable.is_word : syllable.is_upper || (!syllable.is_word && size < 6);
}

Places places_of(const std::vector<std::string>& names) {
    Places out;
    for (const auto& name : names) {
        std::vector<TermKey> words;
        for (const auto& syllable : syllables_of(name)) {
            words.push_back(syllable.key);
        }
        if (!words.empty()) {
            out.push_back(std::move(words));
        }
    }
    return out;
}

}  // namespace hoiquan::associations::similarity
