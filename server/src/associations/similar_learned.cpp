#include <algorithm>
#include <array>

#include "associations/similar_lexicon.h"
#include "associations/similar_text.h"

namespace hoiquan::associations::similarity {

namespace {

constexpr std::size_t kLongestAbbreviation = 7;

/// The word with the one before it and with the one behind it.
template <class F>
void for_neighbours(const std::vector<Syllable>& text, std::size_t at, F f) {
    if (at > 0) {
        f(joined(text[at - 1].key, text[at].key));
    }
    if (at + 1 < text.size()) {
        // Another way round, so that a pair counts for its first word apart from its second.
        f(joined(text[at + 1].key, ~text[at].key));
    }
}

}  // namespace

void LearnedWords::note(const std::vector<Syllable>& text) {
    const bool shouts = is_shouted(text);
    has_bare_ = has_bare_ || (text.size() > 1 && is_bare(text));
    for (const auto& syllable : text) {
        if (is_abbreviation(syllable, shouts)) {
            found_.try_emplace(syllable.key);
            may_be_there_.set(syllable.key & 0xFFFFU);
        }
    }
}

void LearnedWords::look_in(const std::vector<Syllable>& text) {
    for (std::size_t at = 0; !found_.empty() && at < text.size(); ++at) {
        look_at(text, at);
    }
    if (!has_bare_ || is_bare(text)) {
        return;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!lexicon().looks_generic(text[at].key)) {
            continue;
        }
        const int count = lexicon().is_generic(text[at]) ? -1 : 1;
        for_neighbours(text, at, [&](TermKey both) { neighbours_[both] += count; });
    }
}

bool LearnedWords::says_much(const std::vector<Syllable>& text, std::size_t at) const {
    std::int64_t sum = 0;
    for_neighbours(text, at, [&](TermKey both) {
        const auto found = neighbours_.find(both);
        sum += found == neighbours_.end() ? 0 : std::clamp(found->second, -9, 9);
    });
    return sum > 0;
}

void LearnedWords::look_at(const std::vector<Syllable>& text, std::size_t at) {
    TermKey initials = empty_key();
    TermKey words = 0;
    const auto end = std::min(text.size(), at + kLongestAbbreviation);
    for (std::size_t i = at; i < end && (i == at || !text[i].follows_stop); ++i) {
        initials = key_with(initials, text[i].initial);
        words = joined(words, text[i].key);
        if (i == at || !may_be_there_.test(initials & 0xFFFFU)) {
            continue;
        }
        const auto found = found_.find(initials & ~kTwoWords);
        if (found == found_.end()) {
            continue;
        }
        auto& expansion = found->second[words];
        if (++expansion.count == 1) {
            for (std::size_t k = at; k <= i; ++k) {
                expansion.words.push_back(text[k].key);
            }
        }
    }
}

std::vector<TermKey> LearnedWords::expand(TermKey abbreviation,
                                          const std::unordered_set<TermKey>& known) const {
    const auto found = found_.find(abbreviation);
    if (found == found_.end()) {
        return {};
    }
    // More words of the same text first, then what is written more often.
    const std::vector<TermKey>* best = nullptr;
    std::array<std::uint64_t, 3> best_rank{};
    for (const auto& [key, expansion] : found->second) {
        const auto at_hand = static_cast<std::uint64_t>(
            std::count_if(expansion.words.begin(), expansion.words.end(), [&](TermKey word) {
                return known.contains(word);
            }));
        const std::array<std::uint64_t, 3> rank{at_hand, expansion.count, key};
        if (best == nullptr || rank > best_rank) {
            best = &expansion.words;
            best_rank = rank;
        }
    }
    return best == nullptr ? std::vector<TermKey>{} : *best;
}

}  // namespace hoiquan::associations::similarity
