#include "reader/phrases.h"

#include <algorithm>

#include "base/text.h"

namespace hoiquan::reader {

namespace {

bool only_blanks(std::u32string_view gap) {
    return std::all_of(gap.begin(), gap.end(), is_blank);
}

}  // namespace

PhraseSet::PhraseSet(std::initializer_list<std::string_view> phrases)
    : PhraseSet(std::vector<std::string_view>(phrases)) {}

PhraseSet::PhraseSet(const std::vector<std::string_view>& phrases) {
    std::size_t id = 0;
    for (const std::string_view phrase : phrases) {
        const Text text(to_code_points(phrase));
        Phrase one{id++, {}};
        for (std::size_t i = 0; i < text.words().size(); ++i) {
            one.words.emplace_back(text.word(i));
        }
        if (!one.words.empty()) {
            longest_ = std::max(longest_, one.words.size());
            const std::size_t hash = text.word_hash(0);
            filter_.set(hash % kFilterBits);
            by_first_[hash].push_back(std::move(one));
        }
    }
}

std::optional<Hit> PhraseSet::at(const Text& text, std::size_t word, std::size_t end) const {
    if (word >= text.words().size()) {
        return std::nullopt;
    }
    const std::size_t hash = text.word_hash(word);
    if (!filter_.test(hash % kFilterBits)) {
        return std::nullopt;
    }
    const auto found = by_first_.find(hash);
    if (found == by_first_.end()) {
        return std::nullopt;
    }
    std::optional<Hit> best;
    for (const Phrase& phrase : found->second) {
        std::size_t n = 0;
        while (n < phrase.words.size() && text.word(word + n) == phrase.words[n] &&
               (n == 0 || only_blanks(text.gap_after(word + n - 1)))) {
            ++n;
        }
        const bool whole = n == phrase.words.size() && text.words()[word + n - 1].end <= end;
        if (whole && (!best || n > best->words)) {
            best =
                Hit{phrase.id, word, n, {text.words()[word].start, text.words()[word + n - 1].end}};
        }
    }
    return best;
}

std::optional<Hit> PhraseSet::before(const Text& text, std::size_t word, std::size_t start) const {
    for (std::size_t n = longest_; n > 0; --n) {
        if (n > word || text.words()[word - n].start < start) {
            continue;
        }
        const auto hit = at(text, word - n, text.words()[word - 1].end);
        if (hit && hit->words == n && only_blanks(text.gap_after(word - 1))) {
            return hit;
        }
    }
    return std::nullopt;
}

std::optional<Hit> PhraseSet::find(const Text& text, Span span) const {
    for (std::size_t w = text.word_from(span.start);
         w < text.words().size() && text.words()[w].end <= span.end;
         ++w) {
        if (const auto hit = at(text, w, span.end)) {
            return hit;
        }
    }
    return std::nullopt;
}

bool PhraseSet::opens(const Text& text, Span span) const {
    const std::size_t w = text.word_from(span.start);
    return at(text, w, span.end).has_value();
}

}  // namespace hoiquan::reader
