#pragma once

// Why a pair has its score, as sentences of web/locales. Part of `similar`.

#include "associations/similar_score.h"

namespace hoiquan::associations::similarity {

/// What was found of a pair.
struct Found {
    Likeness likeness;
    Nearness nearness = Nearness::unknown;
    double twins = 0;
};
/// All six parts of a pair, with their reasons.
std::array<TraitPart, kTraits> parts_of(const Corpus& corpus,
                                        const std::vector<SimilarSubject>& subjects,
                                        const IndexPair& pair,
                                        const Found& found);

}  // namespace hoiquan::associations::similarity
