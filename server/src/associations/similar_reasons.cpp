#include "associations/similar_reasons.h"

#include <algorithm>
#include <cmath>

namespace hoiquan::associations::similarity {

namespace {

constexpr double kSame = 0.98;
constexpr double kAlike = 0.3;
constexpr double kSpelling = 0.6;  ///< So alike by letters is the same with another spelling.

const std::string& text_of(const SimilarSubject& subject, Trait trait) {
    switch (trait) {
        case Trait::name:
            return subject.name;
        case Trait::purpose:
            return subject.purpose;
        case Trait::field:
            return subject.field;
        case Trait::served:
            return subject.served;
        default:
            return subject.activities;
    }
}

std::string joined_words(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) {
        out += (out.empty() ? "" : ", ") + word;
    }
    return out;
}

SimilarReason reason_of_text(const Corpus& corpus,
                             const std::vector<SimilarSubject>& subjects,
                             const IndexPair& pair,
                             Trait trait,
                             double value) {
    const auto& a = subjects[pair.first];
    const auto& b = subjects[pair.second];
    const std::string key = "similar." + std::string(to_string(trait));
    if (value < 0) {
        return {key + "_unknown", {}};
    }
    if (value >= kSame) {
        const bool is_written_alike = text_of(a, trait) == text_of(b, trait);
        const bool is_short = trait == Trait::field || trait == Trait::served;
        return is_short && is_written_alike
                   ? SimilarReason{key + "_same", {{"text", text_of(a, trait)}}}
                   : SimilarReason{key + "_same_meaning", {}};
    }
    constexpr std::size_t most_words = 5;
    const auto shared = corpus.shared_words(pair.first, pair.second, trait, most_words);
    if (trait == Trait::name && value >= kSpelling && shared.empty()) {
        return {"similar.name_spelling", {}};
    }
    if (shared.empty()) {
        return {key + (value >= kAlike ? "_related" : "_other"), {}};
    }
    return {key + (value >= kAlike ? "_words" : "_few_words"), {{"words", joined_words(shared)}}};
}

SimilarReason reason_of_place(const SimilarSubject& a, Nearness nearness, double twins) {
    const auto place = [&](std::size_t at) {
        return at < a.places.size() ? a.places[at] : std::string("?");
    };
    constexpr double usual = 5;
    switch (nearness) {
        case Nearness::same:
            return {"similar.territory_same", {{"place", place(0)}}};
        case Nearness::within:
            return {"similar.territory_within", {}};
        case Nearness::neighbours:
            return {"similar.territory_neighbours", {{"place", place(1)}}};
        case Nearness::same_province:
            return {"similar.territory_same_province", {{"place", place(2)}}};
        case Nearness::unknown:
            return {"similar.territory_unknown", {}};
        case Nearness::far:
            break;
    }
    return twins >= usual ? SimilarReason{"similar.territory_usual", {}}
                          : SimilarReason{"similar.territory_far", {}};
}

}  // namespace

std::array<TraitPart, kTraits> parts_of(const Corpus& corpus,
                                        const std::vector<SimilarSubject>& subjects,
                                        const IndexPair& pair,
                                        const Found& found) {
    const auto& [likeness, nearness, twins] = found;
    const auto place = placed(nearness, twins);
    const auto shares = text_shares(likeness);
    double weighted = 0;
    for (std::size_t i = 0; i < kTexts; ++i) {
        weighted += shares.at(i) * std::max(likeness.of.at(i), 0.0);
    }
    const double score = likeness.all * place.factor;
    const double of_texts = weighted > 0 ? score * (1 - place.share) / weighted : 0;
    std::array<TraitPart, kTraits> out;
    for (std::size_t i = 0; i < kTraits; ++i) {
        auto& part = out.at(i);
        part.trait = static_cast<Trait>(i);
        if (part.trait == Trait::territory) {
            part.is_known = nearness != Nearness::unknown;
            part.similarity = part.is_known ? similarity(nearness) : 0;
            part.contribution = score * place.share;
            part.reason = reason_of_place(subjects[pair.first], nearness, twins);
            continue;
        }
        const auto text = text_index(part.trait);
        const double value = likeness.of.at(text);
        part.is_known = value >= 0;
        part.similarity = std::max(value, 0.0);
        part.contribution = of_texts * shares.at(text) * part.similarity;
        part.reason = reason_of_text(corpus, subjects, pair, part.trait, value);
    }
    return out;
}

}  // namespace hoiquan::associations::similarity
