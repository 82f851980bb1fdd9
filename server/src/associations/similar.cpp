#include "associations/similar.h"

#include <algorithm>

#include "associations/similar_groups.h"
#include "associations/similar_reasons.h"
#include "base/text.h"

namespace hoiquan::associations::similarity {

namespace {

/// A letter and its sign apart (NFD) become one, so that places in the text are those of whole
/// letters.
void normalise(std::string& text) {
    if (text.find('\xCC') != std::string::npos || text.find('\xCD') != std::string::npos) {
        text = to_nfc(text);
    }
}

std::vector<SimilarSubject> prepared(std::vector<SimilarSubject> subjects) {
    std::sort(
        subjects.begin(), subjects.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (auto& subject : subjects) {
        for (auto* text : {&subject.name,
                           &subject.purpose,
                           &subject.field,
                           &subject.served,
                           &subject.activities}) {
            normalise(*text);
        }
        for (auto& place : subject.places) {
            normalise(place);
        }
        std::sort(subject.member_keys.begin(), subject.member_keys.end());
        subject.member_keys.erase(
            std::unique(subject.member_keys.begin(), subject.member_keys.end()),
            subject.member_keys.end());
    }
    return subjects;
}

std::int64_t shared_members(const SimilarSubject& a, const SimilarSubject& b) {
    std::vector<std::uint64_t> shared;
    std::set_intersection(a.member_keys.begin(),
                          a.member_keys.end(),
                          b.member_keys.begin(),
                          b.member_keys.end(),
                          std::back_inserter(shared));
    return static_cast<std::int64_t>(shared.size());
}

struct Compared {
    IndexPair pair;
    Likeness likeness;
    Nearness nearness = Nearness::unknown;
    double twins = 0;
    double score = 0;
};

bool is_in_reach(Nearness nearness, SimilarReach reach) {
    switch (reach) {
        case SimilarReach::same_unit:
            return nearness == Nearness::same;
        case SimilarReach::same_province:
            return nearness != Nearness::far && nearness != Nearness::unknown;
        case SimilarReach::anywhere:
            break;
    }
    return true;
}

/// How many others of other places are like an association, beyond one.
std::vector<double> twins_of(std::size_t subjects, const std::vector<Compared>& compared) {
    constexpr double alike = 0.5;
    std::vector<double> out(subjects);
    for (const auto& one : compared) {
        const bool is_near = one.nearness == Nearness::same || one.nearness == Nearness::within;
        if (!is_near && one.likeness.all >= alike) {
            ++out[one.pair.first];
            ++out[one.pair.second];
        }
    }
    for (auto& twins : out) {
        twins = std::max(0.0, twins - 1);
    }
    return out;
}

std::vector<Compared> compare(const Corpus& corpus, double min_score) {
    std::vector<Compared> out;
    const auto& profiles = corpus.profiles();
    Comparison comparison(corpus);
    for (const auto& pair : find_candidates(corpus)) {
        const auto& a = profiles[pair.first];
        const auto& b = profiles[pair.second];
        out.push_back({pair, comparison.likeness(pair), nearness(a.territory, b.territory), 0, 0});
    }
    Kin kin(profiles);
    for (const auto& one : out) {
        kin.note(one.pair.first, one.pair.second, one.likeness.all);
    }
    // Most of what is left cannot reach the least score even with the charter of its kin.
    for (auto& one : out) {
        const double best = Comparison::most_with_kin(one.likeness);
        if (best * placed(one.nearness, 0).factor >= min_score) {
            comparison.widen(one.likeness, kin.between(one.pair.first, one.pair.second));
        }
    }
    const auto twins = twins_of(profiles.size(), out);
    for (auto& one : out) {
        one.twins = std::max(twins[one.pair.first], twins[one.pair.second]);
        one.score = one.likeness.all * placed(one.nearness, one.twins).factor;
    }
    return out;
}

}  // namespace

SimilarResult find(std::vector<SimilarSubject> subjects, const SimilarOptions& options) {
    const auto all = prepared(std::move(subjects));
    const Corpus corpus(all);
    auto compared = compare(corpus, options.min_score);
    std::erase_if(compared, [&](const Compared& one) {
        return one.score < options.min_score || !is_in_reach(one.nearness, options.reach);
    });
    std::sort(compared.begin(), compared.end(), [](const Compared& a, const Compared& b) {
        return a.score != b.score ? a.score > b.score : a.pair < b.pair;
    });
    compared.resize(std::min(compared.size(), options.most_pairs));
    SimilarResult result;
    for (const auto& one : compared) {
        const auto& a = all[one.pair.first];
        const auto& b = all[one.pair.second];
        SimilarPair pair{a.id, b.id, one.score, {}, shared_members(a, b)};
        pair.parts = parts_of(corpus, all, one.pair, {one.likeness, one.nearness, one.twins});
        result.pairs.push_back(std::move(pair));
    }
    result.groups = groups_of(result.pairs, options);
    return result;
}

}  // namespace hoiquan::associations::similarity

namespace hoiquan::associations {

std::string_view to_string(Trait trait) {
    constexpr std::array<std::string_view, kTraits> names{
        "name", "purpose", "field", "territory", "served", "activities"};
    return names.at(static_cast<std::size_t>(trait));
}

SimilarResult find_similar(std::vector<SimilarSubject> subjects, const SimilarOptions& options) {
    return similarity::find(std::move(subjects), options);
}

}  // namespace hoiquan::associations
