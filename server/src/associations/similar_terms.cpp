#include <algorithm>
#include <string>

#include "associations/similar_lexicon.h"

namespace hoiquan::associations::similarity {

namespace {

constexpr std::size_t kLongestPlace = 4;
constexpr std::size_t kLongestName = 16;  ///< Texts up to this length end with their place.

class TermReader {
public:
    TermReader(const std::vector<Syllable>& text,
               const Places& places,
               const LearnedWords& learned,
               const std::unordered_set<TermKey>& known)
        : text_(text),
          places_(places),
          learned_(learned),
          known_(known),
          is_shouted_(is_shouted(text)),
          is_bare_(std::none_of(
              text.begin(), text.end(), [](const Syllable& word) { return word.has_diacritics; })) {
    }

    std::vector<Term> read() {
        terms_.reserve(text_.size() * 2);
        for (std::size_t at = 0; at < text_.size();) {
            if (text_[at].follows_stop) {
                previous_ = Term{};
            }
            at += take(at);
        }
        return std::move(terms_);
    }

private:
    /// Takes one word, phrase or place at `at`; how many words that were.
    std::size_t take(std::size_t at) {
        if (const auto words = place_at(at); words > 0) {
            return words;
        }
        if (const auto match = lexicon().meaning_at(text_, at); match.words > 0) {
            push(match.meaning, at, at + match.words - 1);
            return match.words;
        }
        const auto& word = text_[at];
        if (word.is_number || is_generic(at)) {
            return 1;
        }
        if (is_abbreviation(word, is_shouted_) && push_expansion(at)) {
            return 1;
        }
        push(word.key, at, at);
        return 1;
    }

    bool is_generic(std::size_t at) const {
        return is_bare_ ? lexicon().looks_generic(text_[at].key) && !learned_.says_much(text_, at)
                        : lexicon().is_generic(text_[at]);
    }

    bool push_expansion(std::size_t at) {
        const auto words = learned_.expand(text_[at].key, known_);
        if (words.empty()) {
            return false;
        }
        std::vector<Syllable> expansion(words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            expansion[i].key = words[i];
        }
        for (std::size_t i = 0; i < expansion.size();) {
            const auto match = lexicon().meaning_at(expansion, i);
            if (match.words > 0) {
                push(match.meaning, at, at);
            } else if (!lexicon().looks_generic(expansion[i].key)) {
                push(expansion[i].key, at, at);
            }
            i += std::max<std::size_t>(match.words, 1);
        }
        return true;
    }

    void push(TermKey key, std::size_t first, std::size_t last) {
        const Term term{key & ~kTwoWords, text_[first].begin, text_[last].end};
        terms_.push_back(term);
        if (previous_.key != 0) {
            terms_.push_back(
                {joined(previous_.key, term.key) | kTwoWords, previous_.begin, term.end});
        }
        previous_ = term;
    }

    std::size_t place_at(std::size_t at) const {
        for (const auto& place : places_) {
            if (stands_at(place, 0, at)) {
                return place.size();
            }
        }
        const auto unit = lexicon().unit_at(text_, at, is_bare_);
        if (unit.words == 0) {
            return 0;
        }
        if (const auto words = known_place_behind(at + unit.words); words > 0) {
            return unit.words + words;
        }
        return is_society(at) ? 0 : unit_with_name(at, unit);
    }

    bool stands_at(const std::vector<TermKey>& place, std::size_t from, std::size_t at) const {
        if (from >= place.size() || at + place.size() - from > text_.size()) {
            return false;
        }
        for (auto i = from; i < place.size(); ++i) {
            if (text_[at + i - from].key != place[i]) {
                return false;
            }
        }
        return true;
    }

    /// "TP Đông Hà" where the unit is known as "Thành phố Đông Hà".
    std::size_t known_place_behind(std::size_t at) const {
        for (const auto& place : places_) {
            for (std::size_t from = 1; from < std::min<std::size_t>(place.size(), 3); ++from) {
                if (stands_at(place, from, at)) {
                    return place.size() - from;
                }
            }
        }
        return 0;
    }

    /// "xã hội" is no commune.
    bool is_society(std::size_t at) const {
        static const TermKey commune = key_of("xa");
        static const TermKey association = key_of("hoi");
        return text_[at].key == commune && at + 1 < text_.size() &&
               text_[at + 1].key == association;
    }

    /// "phường Đông Thanh", "P.5"; at the end of a name also in small letters or capitals only.
    std::size_t unit_with_name(std::size_t at, Lexicon::Unit unit) const {
        const auto begin = at + unit.words;
        std::size_t names = 0;
        std::size_t rest = 0;
        bool is_name = true;
        for (auto i = begin; i < text_.size() && (i == begin || !text_[i].follows_stop); ++i) {
            ++rest;
            is_name = is_name && (text_[i].is_number || (text_[i].is_capital && !is_shouted_));
            names += is_name ? 1U : 0U;
        }
        if (names > 0) {
            return unit.words + std::min(names, kLongestPlace);
        }
        if (unit.is_small) {
            return 0;
        }
        if (text_.size() <= kLongestName && rest > 0 && rest <= kLongestPlace) {
            return unit.words + rest;
        }
        return is_bare_ ? 0 : unit.words;
    }

    const std::vector<Syllable>& text_;
    const Places& places_;
    const LearnedWords& learned_;
    const std::unordered_set<TermKey>& known_;
    bool is_shouted_ = false;
    bool is_bare_ = false;
    Term previous_;
    std::vector<Term> terms_;
};

}  // namespace

std::vector<Term> terms_of(const std::vector<Syllable>& text,
                           const Places& places,
                           const LearnedWords& learned,
                           const std::unordered_set<TermKey>& known) {
    return TermReader(text, places, learned, known).read();
}

}  // namespace hoiquan::associations::similarity
