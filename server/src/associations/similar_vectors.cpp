#include "associations/similar_vectors.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace hoiquan::associations::similarity {

namespace {

constexpr std::size_t kLetterGroups = 27 * 27 * 27;
constexpr float kTwoWordsShare = 0.7F;

const std::string& text_of(const SimilarSubject& subject, std::size_t text) {
    const std::array<const std::string*, kTexts> texts{
        &subject.name, &subject.purpose, &subject.field, &subject.served, &subject.activities};
    return *texts.at(text);
}

std::array<std::vector<Syllable>, kTexts> syllables_of_all(const SimilarSubject& subject) {
    std::array<std::vector<Syllable>, kTexts> out;
    for (std::size_t text = 0; text < kTexts; ++text) {
        out.at(text) = syllables_of(text_of(subject, text));
    }
    return out;
}

void make_unit_length(std::vector<float>& weights) {
    double sum = 0;
    for (const float weight : weights) {
        sum += static_cast<double>(weight) * static_cast<double>(weight);
    }
    const auto length = static_cast<float>(std::sqrt(sum));
    for (float& weight : weights) {
        weight = length > 0 ? weight / length : 0;
    }
}

constexpr double kPower = 1.5;

/// Rarity squared: long formulas that stand in every charter weigh little, however
/// many words they have.
float computed_rarity(std::uint32_t all, std::uint32_t with) {
    // As if some more had been seen, so that a word of one (often a typing error) is hardly rarer
    // than a word of two, and few associations still tell words apart.
    constexpr double more = 50;
    constexpr double more_with = 4;
    const double idf =
        std::log((static_cast<double>(all) + more) / (static_cast<double>(with) + more_with));
    return static_cast<float>(std::pow(std::max(idf, 0.05), kPower));
}

std::uint32_t letter_number(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<std::uint32_t>(c - 'a') + 1 : 0;
}

std::vector<std::uint32_t> letter_groups(std::string_view folded) {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i + 2 < folded.size(); ++i) {
        out.push_back((letter_number(folded[i]) * 27 + letter_number(folded[i + 1])) * 27 +
                      letter_number(folded[i + 2]));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

double cosine(const TermVector& a, const TermVector& b) {
    double sum = 0;
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < a.ids.size() && k < b.ids.size()) {
        if (a.ids[i] == b.ids[k]) {
            sum += static_cast<double>(a.weights[i++]) * static_cast<double>(b.weights[k++]);
        } else if (a.ids[i] < b.ids[k]) {
            ++i;
        } else {
            ++k;
        }
    }
    return std::min(sum, 1.0);
}

std::size_t text_index(Trait trait) {
    constexpr std::array<std::size_t, kTraits> index{0, 1, 2, kTexts, 3, 4};
    return index.at(static_cast<std::size_t>(trait));
}

Corpus::Corpus(const std::vector<SimilarSubject>& subjects) : subjects_(subjects) {
    std::vector<std::array<std::vector<Syllable>, kTexts>> texts;
    texts.reserve(subjects.size());
    for (const auto& subject : subjects) {
        texts.push_back(syllables_of_all(subject));
        for (const auto& text : texts.back()) {
            learned_.note(text);
        }
    }
    for (const auto& all : texts) {
        for (const auto& text : all) {
            learned_.look_in(text);
        }
    }
    letter_counts_.resize(kLetterGroups);
    profiles_.reserve(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        count(subjects[i], texts[i]);
    }
    weigh();
}

Corpus::TextTerms Corpus::read(const SimilarSubject& subject,
                               const std::array<std::vector<Syllable>, kTexts>& syllables) const {
    std::unordered_set<TermKey> known;
    const bool has_abbreviations =
        std::any_of(syllables.begin(), syllables.end(), [](const std::vector<Syllable>& text) {
            const bool shouts = is_shouted(text);
            return std::any_of(text.begin(), text.end(), [&](const Syllable& word) {
                return is_abbreviation(word, shouts);
            });
        });
    if (has_abbreviations) {
        for (const auto& text : syllables) {
            for (const auto& word : text) {
                known.insert(word.key);
            }
        }
    }
    const auto places = places_of(subject.places);
    TextTerms out;
    for (std::size_t text = 0; text < kTexts; ++text) {
        out.at(text) = terms_of(syllables.at(text), places, learned_, known);
    }
    return out;
}

void Corpus::count(const SimilarSubject& subject,
                   const std::array<std::vector<Syllable>, kTexts>& texts) {
    terms_.push_back(read(subject, texts));
    const auto& terms = terms_.back();
    Profile profile;
    std::vector<std::uint32_t> in_any;
    for (std::size_t text = 0; text < kTexts; ++text) {
        auto& ids = profile.texts.at(text).ids;
        for (const auto& term : terms.at(text)) {
            const auto [found, is_new] =
                ids_.try_emplace(term.key, static_cast<std::uint32_t>(ids_.size()));
            if (is_new) {
                text_counts_.emplace_back();
                counts_.push_back(0);
                is_two_words_.push_back((term.key & kTwoWords) != 0);
            }
            ids.push_back(found->second);
        }
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const auto id : ids) {
            ++text_counts_[id].at(text);
        }
        in_any.insert(in_any.end(), ids.begin(), ids.end());
        profile.is_known.at(text) = !ids.empty();
        known_.at(text) += ids.empty() ? 0U : 1U;
    }
    std::sort(in_any.begin(), in_any.end());
    in_any.erase(std::unique(in_any.begin(), in_any.end()), in_any.end());
    for (const auto id : in_any) {
        ++counts_[id];
    }
    for (const auto& unit : subject.territory) {
        profile.territory.push_back(
            territories_.try_emplace(unit, static_cast<std::uint32_t>(territories_.size()))
                .first->second);
    }
    profiles_.push_back(std::move(profile));
    add_letters(subject, terms.front());
}

void Corpus::add_letters(const SimilarSubject& subject, const std::vector<Term>& name) {
    std::string folded = " ";
    for (const auto& term : name) {
        if ((term.key & kTwoWords) == 0) {
            for (const auto& word : syllables_of(
                     std::string_view(subject.name).substr(term.begin, term.end - term.begin))) {
                folded += folded_word(std::string_view(subject.name)
                                          .substr(term.begin + word.begin, word.end - word.begin));
                folded += ' ';
            }
        }
    }
    auto& letters = profiles_.back().letters;
    letters.ids = letter_groups(folded);
    for (const auto id : letters.ids) {
        ++letter_counts_[id];
    }
}

float Corpus::weight_of(std::size_t text, std::uint32_t id, bool is_two_words) const {
    return rarity(text, text_counts_[id].at(text)) * (is_two_words ? kTwoWordsShare : 1.0F);
}

TermVector Corpus::vector_of(std::size_t text, const std::vector<std::uint32_t>& ids) const {
    TermVector out;
    out.ids = ids;
    out.weights.reserve(ids.size());
    for (const auto id : ids) {
        out.weights.push_back(weight_of(text, id, is_two_words_[id]));
    }
    make_unit_length(out.weights);
    return out;
}

float Corpus::rarity(std::size_t text, std::uint32_t with) const {
    return rarities_.at(text)[with];
}

void Corpus::weigh() {
    for (std::size_t text = 0; text < kTexts; ++text) {
        for (std::uint32_t with = 0; with <= known_.at(text); ++with) {
            rarities_.at(text).push_back(computed_rarity(known_.at(text), with));
        }
    }
    for (auto& profile : profiles_) {
        for (std::size_t text = 0; text < kTexts; ++text) {
            profile.texts.at(text) = vector_of(text, profile.texts.at(text).ids);
        }
        for (const auto id : profile.letters.ids) {
            profile.letters.weights.push_back(rarity(0, letter_counts_[id]));
        }
        make_unit_length(profile.letters.weights);
        join(profile);
    }
}

void Corpus::join(Profile& profile) const {
    // What the charter says finds more than the field, of which there are few.
    constexpr std::array<float, kTexts> shares{1.0F, 1.0F, 0.2F, 0.5F, 0.6F};
    std::vector<std::pair<std::uint32_t, float>> all;
    for (std::size_t text = 0; text < kTexts; ++text) {
        const auto& vector = profile.texts.at(text);
        for (std::size_t i = 0; i < vector.ids.size(); ++i) {
            all.emplace_back(vector.ids[i], vector.weights[i] * shares.at(text));
        }
    }
    std::sort(all.begin(), all.end());
    for (const auto& [id, weight] : all) {
        if (!profile.all.ids.empty() && profile.all.ids.back() == id) {
            profile.all.weights.back() += weight;
        } else {
            profile.all.ids.push_back(id);
            profile.all.weights.push_back(weight);
        }
    }
    make_unit_length(profile.all.weights);
}

std::vector<std::string> Corpus::shared_words(std::size_t a,
                                              std::size_t b,
                                              Trait trait,
                                              std::size_t most) const {
    const auto text = text_index(trait);
    std::unordered_set<TermKey> in_b;
    for (const auto& term : terms_[b].at(text)) {
        in_b.insert(term.key);
    }
    std::vector<std::pair<float, const Term*>> shared;
    for (const auto& term : terms_[a].at(text)) {
        const auto id = ids_.find(term.key);
        if (in_b.contains(term.key) && id != ids_.end()) {
            shared.emplace_back(rarity(text, text_counts_[id->second].at(text)), &term);
        }
    }
    std::sort(shared.begin(), shared.end(), [](const auto& x, const auto& y) {
        return x.first != y.first ? x.first > y.first : x.second->begin < y.second->begin;
    });
    std::vector<std::string> out;
    std::vector<const Term*> taken;
    for (const auto& [weight, term] : shared) {
        const bool overlaps =
            std::any_of(taken.begin(), taken.end(), [&t = term](const Term* other) {
                return t->begin < other->end && other->begin < t->end;
            });
        if (!overlaps && taken.size() < most) {
            taken.push_back(term);
            out.push_back(text_of(subjects_[a], text).substr(term->begin, term->end - term->begin));
        }
    }
    return out;
}

}  // namespace hoiquan::associations::similarity
