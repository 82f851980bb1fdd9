#pragma once

// What the comparison knows of the language of Vietnamese associations: words that mean the same,
// words that say nothing of the nature of an association, words before names of places. New words
// go here, nowhere else. Part of `similar`.

#include <span>
#include <string_view>

namespace hoiquan::associations::similarity {

/// Each row: phrases of one meaning, separated by '|'.
std::span<const std::string_view> synonym_rows();
/// Words that stand in every name or charter.
std::string_view generic_words();
/// Words before the name of a unit or place.
std::string_view unit_words();
/// The same for words that are also other words: they count before a capital or a number only.
std::string_view small_unit_words();

}  // namespace hoiquan::associations::similarity
