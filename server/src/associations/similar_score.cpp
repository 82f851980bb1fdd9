#include "associations/similar_score.h"

#include <algorithm>

namespace hoiquan::associations::similarity {

namespace {

// name, purpose, field, served, activities
constexpr std::array<double, kTexts> kWeights{0.26, 0.34, 0.10, 0.16, 0.14};

/// Typing errors leave most threes of letters of a name as they are; chance leaves some.
double by_letters(const Profile& a, const Profile& b) {
    constexpr double chance = 0.35;
    return std::max(0.0, (cosine(a.letters, b.letters) - chance) / (1 - chance));
}

void sum_up(Likeness& likeness) {
    double known = 0;
    likeness.all = 0;
    for (std::size_t i = 0; i < kTexts; ++i) {
        if (likeness.of.at(i) >= 0) {
            likeness.all += kWeights.at(i) * likeness.of.at(i);
            known += kWeights.at(i);
        }
    }
    // What is not known speaks a little against a pair, so that full records come first.
    constexpr double trust = 0.8;
    likeness.all = known > 0 ? likeness.all / known * (trust + (1 - trust) * known) : 0;
}

}  // namespace

std::array<double, kTexts> text_shares(const Likeness& likeness) {
    std::array<double, kTexts> out{};
    double known = 0;
    for (std::size_t i = 0; i < kTexts; ++i) {
        known += likeness.of.at(i) < 0 ? 0 : kWeights.at(i);
    }
    for (std::size_t i = 0; i < kTexts; ++i) {
        out.at(i) = likeness.of.at(i) < 0 ? 0 : kWeights.at(i) / known;
    }
    return out;
}

Comparison::Comparison(const Corpus& corpus)
    : corpus_(corpus),
      related_{Related(corpus, text_index(Trait::name)),
               Related(corpus, text_index(Trait::field)),
               Related(corpus, text_index(Trait::served))} {}

double Comparison::of_text(std::size_t text, const IndexPair& pair) {
    const auto& a = corpus_.profiles()[pair.first];
    const auto& b = corpus_.profiles()[pair.second];
    const double value = cosine(a.texts.at(text), b.texts.at(text));
    if (text == text_index(Trait::name)) {
        return std::max({value, by_letters(a, b), related_[0].between(pair.first, pair.second)});
    }
    if (text == text_index(Trait::field)) {
        return std::max(value, related_[1].between(pair.first, pair.second));
    }
    return text == text_index(Trait::served)
               ? std::max(value, related_[2].between(pair.first, pair.second))
               : value;
}

Likeness Comparison::likeness(const IndexPair& pair) {
    const auto& a = corpus_.profiles()[pair.first];
    const auto& b = corpus_.profiles()[pair.second];
    Likeness out;
    for (std::size_t i = 0; i < kTexts; ++i) {
        out.of.at(i) = a.is_known.at(i) && b.is_known.at(i) ? of_text(i, pair) : -1;
    }
    sum_up(out);
    return out;
}

double Comparison::most_with_kin(Likeness likeness) {
    widen(likeness, 1);
    return likeness.all;
}

void Comparison::widen(Likeness& likeness, double kin) {
    auto& purpose = likeness.of.at(text_index(Trait::purpose));
    if (purpose >= 0 && kin > purpose) {
        purpose = kin;
        sum_up(likeness);
    }
}

Placed placed(Nearness nearness, double twins) {
    constexpr double least = 0.35;
    constexpr double most = 1;
    constexpr double half = 1.5;
    if (nearness == Nearness::unknown) {
        return {1 - least * (1 - similarity(nearness)), 0};
    }
    const double weight = least + (most - least) * twins / (twins + half);
    const double near = similarity(nearness);
    const double factor = 1 - weight * (1 - near);
    return {factor, weight * near / factor};
}

}  // namespace hoiquan::associations::similarity
