#include "associations/similar_related.h"

#include <algorithm>
#include <cmath>

namespace hoiquan::associations::similarity {

namespace {

constexpr std::size_t kFewest = 4;       ///< Associations with a value before it teaches anything.
constexpr std::size_t kTermsOfOne = 48;  ///< The weightiest terms of a centre.

TermKey value_key(const TermVector& vector) {
    TermKey key = 1;
    for (const auto id : vector.ids) {
        key = joined(key, id);
    }
    return key;
}

using Weighted = std::vector<std::pair<std::uint32_t, float>>;

/// Weights of one term summed up, the weightiest kept, length 1.
TermVector joined_terms(Weighted& all) {
    std::sort(all.begin(), all.end());
    std::vector<std::pair<float, std::uint32_t>> merged;
    for (std::size_t k = 0; k < all.size();) {
        const auto id = all[k].first;
        float sum = 0;
        for (; k < all.size() && all[k].first == id; ++k) {
            sum += all[k].second;
        }
        merged.emplace_back(-sum, id);
    }
    const auto kept = std::min(merged.size(), kTermsOfOne);
    std::partial_sort(
        merged.begin(), merged.begin() + static_cast<std::ptrdiff_t>(kept), merged.end());
    merged.resize(kept);
    std::sort(merged.begin(), merged.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    });
    TermVector out;
    double length = 0;
    for (const auto& [weight, id] : merged) {
        out.ids.push_back(id);
        out.weights.push_back(-weight);
        length += static_cast<double>(weight) * static_cast<double>(weight);
    }
    for (auto& weight : out.weights) {
        weight = static_cast<float>(static_cast<double>(weight) / std::sqrt(length));
    }
    return out;
}

void add(const TermVector& vector, float share, Weighted& all) {
    constexpr float least = 0.05F;
    for (std::size_t k = 0; k < vector.ids.size(); ++k) {
        if (vector.weights[k] >= least) {
            all.emplace_back(vector.ids[k], vector.weights[k] * share);
        }
    }
}

TermVector centre_of(const std::vector<Profile>& profiles, const std::vector<std::uint32_t>& of) {
    Weighted all;
    for (const auto i : of) {
        add(profiles[i].all, 1, all);
    }
    return joined_terms(all);
}

}  // namespace

Related::Related(const Corpus& corpus, std::size_t text)
    : value_of_(corpus.profiles().size()), centres_(1) {
    const auto& profiles = corpus.profiles();
    std::unordered_map<TermKey, std::vector<std::uint32_t>> values;
    for (std::uint32_t i = 0; i < profiles.size(); ++i) {
        if (profiles[i].is_known.at(text)) {
            values[value_key(profiles[i].texts.at(text))].push_back(i);
        }
    }
    constexpr std::size_t sample = 64;
    for (auto& [key, of] : values) {
        if (of.size() < kFewest) {
            continue;
        }
        for (const auto i : of) {
            value_of_[i] = static_cast<std::uint32_t>(centres_.size());
        }
        of.resize(std::min(of.size(), sample));
        centres_.push_back(centre_of(profiles, of));
    }
}

double Related::between(std::uint32_t a, std::uint32_t b) {
    const auto low = std::min(value_of_[a], value_of_[b]);
    const auto high = std::max(value_of_[a], value_of_[b]);
    if (low == 0 || low == high) {
        return low == 0 ? 0 : 1;
    }
    const auto key = (static_cast<std::uint64_t>(low) << 32U) | high;
    const auto [found, is_new] = known_.try_emplace(key, 0);
    if (is_new) {
        constexpr double chance = 0.35;
        constexpr double most = 0.9;
        const double alike = cosine(centres_[low], centres_[high]);
        found->second = most * std::max(0.0, (alike - chance) / (1 - chance));
    }
    return found->second;
}

Kin::Kin(const std::vector<Profile>& profiles)
    : profiles_(profiles), nearest_(profiles.size()), widened_(profiles.size()) {}

void Kin::note(std::uint32_t a, std::uint32_t b, double likeness) {
    constexpr double least = 0.45;
    if (likeness >= least) {
        nearest_[a].emplace_back(-likeness, b);
        nearest_[b].emplace_back(-likeness, a);
    }
}

const TermVector& Kin::widened(std::uint32_t of) {
    constexpr std::size_t most = 6;
    auto& out = widened_[of];
    if (!out.empty()) {
        return out;
    }
    auto& nearest = nearest_[of];
    const auto kept = std::min(most, nearest.size());
    std::partial_sort(
        nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(kept), nearest.end());
    Weighted all;
    add(profiles_[of].all, 1, all);
    for (std::size_t k = 0; k < kept; ++k) {
        add(profiles_[nearest[k].second].all, static_cast<float>(-nearest[k].first), all);
    }
    out = joined_terms(all);
    return out;
}

double Kin::between(std::uint32_t a, std::uint32_t b) {
    constexpr double chance = 0.3;
    constexpr double most = 0.9;
    return most * std::max(0.0, (cosine(widened(a), widened(b)) - chance) / (1 - chance));
}

}  // namespace hoiquan::associations::similarity
