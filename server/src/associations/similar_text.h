#pragma once

// Vietnamese text as a row of terms that can be compared: diacritics, capitals, names of places,
// generic words taken away, abbreviations and synonyms brought to one form. Part of `similar`.

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hoiquan::associations::similarity {

using TermKey = std::uint64_t;

/// One syllable or number as written.
struct Syllable {
    TermKey key = 0;    ///< Of the letters without diacritics, lower case.
    TermKey exact = 0;  ///< Of the letters with diacritics, lower case.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    char initial = ' ';
    bool is_capital = false;  ///< Begins with a capital letter.
    bool is_upper = false;    ///< All capitals, two letters or more.
    bool is_number = false;
    bool is_word = false;       ///< Could be a Vietnamese syllable.
    bool follows_stop = false;  ///< A full stop, comma, bracket … stands before it.
    bool has_diacritics = false;
};

/// One term of a text; begin and end say which words of it.
struct Term {
    TermKey key = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

TermKey key_of(std::string_view folded);
/// The key of letters one after another, without the last touch of key_of().
TermKey empty_key();
TermKey key_with(TermKey key, char letter);
TermKey joined(TermKey a, TermKey b);

std::vector<Syllable> syllables_of(std::string_view text);
/// The letters of one word, lower case, without diacritics.
std::string folded_word(std::string_view word);
/// Set in the keys of terms that are two words.
inline constexpr TermKey kTwoWords = TermKey{1} << 63U;

/// What the texts of the collection themselves teach: abbreviations, by the words of which they are
/// the first letters; and where a word that looks generic without diacritics ("cờ", "có") is not.
class LearnedWords {
public:
    /// Both for every text of the collection, all `note` before the first `look_in`.
    void note(const std::vector<Syllable>& text);
    void look_in(const std::vector<Syllable>& text);
    /// The best expansion for a text in which `known` words stand; empty when there is none.
    std::vector<TermKey> expand(TermKey abbreviation,
                                const std::unordered_set<TermKey>& known) const;
    /// Beside its neighbours the word at `at`, written without diacritics, is no generic one.
    bool says_much(const std::vector<Syllable>& text, std::size_t at) const;

private:
    struct Expansion {
        std::vector<TermKey> words;
        std::uint32_t count = 0;
    };
    void look_at(const std::vector<Syllable>& text, std::size_t at);

    std::unordered_map<TermKey, std::unordered_map<TermKey, Expansion>> found_;
    std::bitset<65536> may_be_there_;  ///< By the low bits of the key: most rows of words are not.
    bool has_bare_ = false;            ///< Some text is written without diacritics.
    std::unordered_map<TermKey, std::int32_t>
        neighbours_;  ///< Of generic words less, of others more.
};

bool is_abbreviation(const Syllable& syllable, bool is_shouted);
/// Nothing in it is written with diacritics.
bool is_bare(const std::vector<Syllable>& text);
/// Most of its words are in capitals, so that capitals say nothing.
bool is_shouted(const std::vector<Syllable>& text);

/// The names of places that stand for nothing in the texts of one association.
using Places = std::vector<std::vector<TermKey>>;
Places places_of(const std::vector<std::string>& names);

/// The terms of a text, generic words and places left out.
std::vector<Term> terms_of(const std::vector<Syllable>& text,
                           const Places& places,
                           const LearnedWords& learned,
                           const std::unordered_set<TermKey>& known);

}  // namespace hoiquan::associations::similarity
