#include "associations/similar_candidates.h"

#include <algorithm>
#include <unordered_map>

namespace hoiquan::associations::similarity {

namespace {

constexpr std::size_t kTermsOfOne = 16;       ///< Its weightiest terms.
constexpr std::uint32_t kMostAnywhere = 400;  ///< A term of more associations only finds near ones.
constexpr std::size_t kMostNear = 600;
constexpr std::size_t kLookedAt = 2500;  ///< Entries read for one association.
constexpr std::size_t kKeptNear = 8;     ///< Compared in full, of one unit, for one association.
constexpr std::size_t kKeptOther = 10;   ///< The same of other units.
constexpr float kLeast = 0.04F;

struct Entry {
    std::uint32_t profile = 0;
    float weight = 0;
};
using Entries = std::vector<Entry>;

/// Which associations have a term: anywhere, or in one unit and beside it.
class Index {
public:
    explicit Index(const Corpus& corpus) : corpus_(corpus), anywhere_(corpus.counts().size()) {
        const auto& profiles = corpus.profiles();
        for (std::uint32_t i = 0; i < profiles.size(); ++i) {
            const auto& all = profiles[i].all;
            for (std::size_t k = 0; k < all.ids.size(); ++k) {
                add(i, all.ids[k], all.weights[k]);
            }
        }
    }

    const Entries& anywhere(std::uint32_t term) const { return anywhere_[term]; }
    const Entries& near(std::uint32_t term, std::uint32_t unit) const {
        static const Entries none;
        const auto found = near_.find(key(term, unit));
        return found == near_.end() ? none : found->second;
    }
    bool is_rare(std::uint32_t term) const { return corpus_.counts()[term] <= kMostAnywhere; }

private:
    static std::uint64_t key(std::uint32_t term, std::uint32_t unit) {
        return (static_cast<std::uint64_t>(term) << 32U) | unit;
    }
    void add(std::uint32_t profile, std::uint32_t term, float weight) {
        if (corpus_.counts()[term] < 2) {
            return;
        }
        if (is_rare(term)) {
            anywhere_[term].push_back({profile, weight});
            return;
        }
        // What one in four have finds nothing.
        const auto& territory = corpus_.profiles()[profile].territory;
        const bool says_little = corpus_.counts()[term] > corpus_.profiles().size() / 4;
        for (std::size_t i = 0; i < territory.size() && i < 2 && !says_little; ++i) {
            near_[key(term, territory[i])].push_back({profile, weight});
        }
    }

    const Corpus& corpus_;
    std::vector<Entries> anywhere_;
    std::unordered_map<std::uint64_t, Entries> near_;
};

/// Finds the best candidates of one association after another.
class Search {
public:
    explicit Search(const Corpus& corpus)
        : corpus_(corpus), index_(corpus), scores_(corpus.profiles().size()) {
        // Side by side in memory: they are looked at for each entry of each association.
        for (const auto& profile : corpus.profiles()) {
            units_.push_back(profile.territory.empty() ? kNone : profile.territory[0]);
            units_above_.push_back(profile.territory.size() < 2 ? kNone : profile.territory[1]);
        }
    }

    void run(std::uint32_t profile, std::vector<IndexPair>& out) {
        collect(profile);
        rank(profile);
        keep_best(near_, kKeptNear, profile, out);
        keep_best(other_, kKeptOther, profile, out);
    }

private:
    static constexpr std::uint32_t kNone = ~0U;
    using Ranked = std::vector<std::pair<float, std::uint32_t>>;

    static void keep_best(Ranked& ranked,
                          std::size_t most,
                          std::uint32_t profile,
                          std::vector<IndexPair>& out) {
        const auto kept = std::min(most, ranked.size());
        std::partial_sort(
            ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
        for (std::size_t i = 0; i < kept; ++i) {
            out.emplace_back(std::minmax(profile, ranked[i].second));
        }
        ranked.clear();
    }

    void collect(std::uint32_t profile) {
        const auto& all = corpus_.profiles()[profile].all;
        order_.resize(all.ids.size());
        for (std::size_t i = 0; i < order_.size(); ++i) {
            order_[i] = i;
        }
        const auto by_weight = [&](std::size_t a, std::size_t b) {
            return all.weights[a] != all.weights[b] ? all.weights[a] > all.weights[b]
                                                    : all.ids[a] < all.ids[b];
        };
        const auto most = std::min(kTermsOfOne, order_.size());
        std::partial_sort(order_.begin(),
                          order_.begin() + static_cast<std::ptrdiff_t>(most),
                          order_.end(),
                          by_weight);
        std::size_t looked_at = 0;
        for (std::size_t i = 0; i < most && looked_at < kLookedAt; ++i) {
            looked_at += add_term(profile, all.ids[order_[i]], all.weights[order_[i]]);
        }
    }

    std::size_t add_term(std::uint32_t profile, std::uint32_t term, float weight) {
        if (index_.is_rare(term)) {
            return add(profile, index_.anywhere(term), weight);
        }
        // The unit above holds those of the unit itself too, unless its list is too long.
        const auto& territory = corpus_.profiles()[profile].territory;
        for (std::size_t i = std::min<std::size_t>(territory.size(), 2); i > 0; --i) {
            const auto& entries = index_.near(term, territory[i - 1]);
            if (entries.size() <= kMostNear) {
                return add(profile, entries, weight);
            }
        }
        return 0;
    }

    std::size_t add(std::uint32_t profile, const Entries& entries, float weight) {
        for (const auto& entry : entries) {
            if (scores_[entry.profile] == 0) {
                seen_.push_back(entry.profile);
            }
            scores_[entry.profile] += weight * entry.weight;
        }
        scores_[profile] = 0;
        return entries.size();
    }

    void rank(std::uint32_t profile) {
        for (const auto other : seen_) {
            const float score = scores_[other];
            scores_[other] = 0;
            if (other == profile || score < kLeast) {
                continue;
            }
            const bool is_near = units_[other] == units_[profile] ||
                                 units_above_[other] == units_[profile] ||
                                 units_[other] == units_above_[profile];
            const bool is_beside = units_above_[other] == units_above_[profile];
            constexpr float beside = 1.6F;
            auto& ranked = is_near ? near_ : other_;
            ranked.emplace_back(is_beside ? -score * beside : -score, other);
        }
        seen_.clear();
    }

    const Corpus& corpus_;
    Index index_;
    std::vector<std::uint32_t> units_;
    std::vector<std::uint32_t> units_above_;
    std::vector<float> scores_;
    std::vector<std::uint32_t> seen_;
    std::vector<std::size_t> order_;
    Ranked near_;
    Ranked other_;
};

bool is_in(std::uint32_t unit, const std::vector<std::uint32_t>& territory, std::size_t from) {
    return from < territory.size() &&
           std::find(territory.begin() + static_cast<std::ptrdiff_t>(from),
                     territory.end(),
                     unit) != territory.end();
}

}  // namespace

Nearness nearness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    if (a.empty() || b.empty()) {
        return Nearness::unknown;
    }
    if (a.front() == b.front()) {
        return Nearness::same;
    }
    if (is_in(a.front(), b, 1) || is_in(b.front(), a, 1)) {
        return Nearness::within;
    }
    if (a.size() > 1 && b.size() > 1 && a[1] == b[1]) {
        return Nearness::neighbours;
    }
    const bool share =
        std::any_of(a.begin() + 1, a.end(), [&](std::uint32_t unit) { return is_in(unit, b, 1); });
    return share ? Nearness::same_province : Nearness::far;
}

double similarity(Nearness nearness) {
    constexpr double within = 0.8;
    constexpr double neighbours = 0.35;
    constexpr double same_province = 0.2;
    switch (nearness) {
        case Nearness::same:
            return 1;
        case Nearness::within:
            return within;
        case Nearness::neighbours:
        case Nearness::unknown:
            return neighbours;
        case Nearness::same_province:
            return same_province;
        case Nearness::far:
            return 0;
    }
    return 0;
}

std::vector<IndexPair> find_candidates(const Corpus& corpus) {
    std::vector<IndexPair> out;
    Search search(corpus);
    for (std::uint32_t i = 0; i < corpus.profiles().size(); ++i) {
        search.run(i, out);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace hoiquan::associations::similarity
