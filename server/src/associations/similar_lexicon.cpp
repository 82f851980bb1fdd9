#include "associations/similar_lexicon.h"

#include <algorithm>

#include "associations/similar_words.h"

namespace hoiquan::associations::similarity {

namespace {

constexpr std::size_t kLongestPhrase = 7;

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(by, at), text.size());
        if (end > at) {
            out.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return out;
}

}  // namespace

Lexicon::Lexicon() {
    for (const auto row : synonym_rows()) {
        add_row(row);
    }
    for (const auto word : split(generic_words(), ' ')) {
        for (const auto& syllable : syllables_of(word)) {
            note(syllable.key);
            generic_.insert(syllable.key);
            generic_exact_.insert(syllable.exact);
        }
    }
    for (const auto words : split(unit_words(), '|')) {
        add_unit(words, false);
    }
    for (const auto words : split(small_unit_words(), '|')) {
        add_unit(words, true);
    }
}

Lexicon::Match Lexicon::meaning_at(const std::vector<Syllable>& text, std::size_t at) const {
    Match best;
    if (!is_noted(text[at].key) || !first_words_.contains(text[at].key)) {
        return best;
    }
    TermKey phrase = 0;
    const auto end = std::min(text.size(), at + kLongestPhrase);
    for (auto i = at; i < end && (i == at || !text[i].follows_stop); ++i) {
        phrase = joined(phrase, text[i].key);
        const auto found = meanings_.find(phrase);
        if (found != meanings_.end()) {
            best = {found->second, i - at + 1};
        }
    }
    return best;
}
Lexicon::Unit Lexicon::unit_at(const std::vector<Syllable>& text,
                               std::size_t at,
                               bool is_bare) const {
    TermKey phrase = 0;
    Unit unit;
    if (!is_noted(text[at].key)) {
        return unit;
    }
    const auto& keys = is_bare ? units_ : units_exact_;
    for (auto i = at; i < text.size() && i < at + 3; ++i) {
        phrase = joined(phrase, is_bare ? text[i].key : text[i].exact);
        if (const auto found = keys.find(phrase); found != keys.end()) {
            unit = {i - at + 1, found->second};
        }
    }
    return unit;
}
void Lexicon::add_row(std::string_view row) {
    const auto phrases = split(row, '|');
    const auto meaning = joined(key_of("meaning"), key_of(folded_word(phrases.front())));
    for (const auto phrase : phrases) {
        TermKey key = 0;
        const auto syllables = syllables_of(phrase);
        for (const auto& syllable : syllables) {
            key = joined(key, syllable.key);
        }
        note(syllables.front().key);
        first_words_.insert(syllables.front().key);
        meanings_.try_emplace(key, meaning);
    }
}

void Lexicon::add_unit(std::string_view words, bool is_small) {
    TermKey folded = 0;
    TermKey exact = 0;
    const auto syllables = syllables_of(words);
    note(syllables.front().key);
    for (const auto& syllable : syllables) {
        folded = joined(folded, syllable.key);
        exact = joined(exact, syllable.exact);
    }
    units_.emplace(folded, is_small);
    units_exact_.emplace(exact, is_small);
}

const Lexicon& lexicon() {
    static const Lexicon instance;
    return instance;
}

}  // namespace hoiquan::associations::similarity
