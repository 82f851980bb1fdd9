#pragma once

// The tables of similar_words.cpp, ready to look up. Part of `similar`.

#include <bitset>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "associations/similar_text.h"

namespace hoiquan::associations::similarity {

class Lexicon {
public:
    Lexicon();

    struct Match {
        TermKey meaning = 0;
        std::size_t words = 0;
    };
    /// The longest phrase of the table that begins at `at`.
    Match meaning_at(const std::vector<Syllable>& text, std::size_t at) const;

    struct Unit {
        std::size_t words = 0;
        bool is_small = false;
    };
    /// Whether a word like "phường" or "thành phố" begins at `at`.
    Unit unit_at(const std::vector<Syllable>& text, std::size_t at, bool is_bare) const;
    /// Without diacritics many words look like generic ones ("cờ", "có"), so that these count only
    /// where nothing is written with diacritics.
    bool is_generic(const Syllable& word) const {
        return is_noted(word.key) && generic_exact_.contains(word.exact);
    }
    bool looks_generic(TermKey word) const { return is_noted(word) && generic_.contains(word); }

private:
    /// Most words stand in no table: this tells so at once.
    bool is_noted(TermKey key) const { return noted_.test(key & 0x3FFFU); }
    void note(TermKey key) { noted_.set(key & 0x3FFFU); }
    void add_row(std::string_view row);
    void add_unit(std::string_view words, bool is_small);

    std::bitset<0x4000> noted_;
    std::unordered_map<TermKey, TermKey> meanings_;
    std::unordered_set<TermKey> first_words_;
    std::unordered_set<TermKey> generic_;
    std::unordered_set<TermKey> generic_exact_;
    std::unordered_map<TermKey, bool> units_;  ///< To whether it is a small one.
    std::unordered_map<TermKey, bool> units_exact_;
};

/// Made once.
const Lexicon& lexicon();

}  // namespace hoiquan::associations::similarity
