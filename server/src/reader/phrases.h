#pragma once

// Sets of phrases, looked up word by word: blanks and line breaks between words do not matter.

#include <bitset>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reader/text_view.h"

namespace hoiquan::reader {

struct Hit {
    std::size_t id = 0;     ///< Index of the phrase in its set.
    std::size_t word = 0;   ///< First word.
    std::size_t words = 0;  ///< Number of words.
    Span span;
};

class PhraseSet {
public:
    PhraseSet(std::initializer_list<std::string_view> phrases);
    explicit PhraseSet(const std::vector<std::string_view>& phrases);

    /// The longest phrase that starts at this word and ends before `end`.
    std::optional<Hit> at(const Text& text, std::size_t word, std::size_t end) const;
    /// The longest phrase that ends just before this word and starts at `start` or later.
    std::optional<Hit> before(const Text& text, std::size_t word, std::size_t start) const;
    std::optional<Hit> find(const Text& text, Span span) const;
    bool in(const Text& text, Span span) const { return find(text, span).has_value(); }
    /// True if the span begins with one of the phrases.
    bool opens(const Text& text, Span span) const;

private:
    struct Phrase {
        std::size_t id = 0;
        std::vector<std::u32string> words;
    };
    static constexpr std::size_t kFilterBits = 2048;
    std::unordered_map<std::size_t, std::vector<Phrase>> by_first_;  ///< By the first word's hash.
    std::bitset<kFilterBits> filter_;  ///< Most words begin no phrase: one bit tells.
    std::size_t longest_ = 0;
};

}  // namespace hoiquan::reader
