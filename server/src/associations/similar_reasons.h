#pragma once

// Why a pair has its score, as sentences of web/locales. Part of `similar`.

#include "associations/similar_score.h"

namespace hoiquan::associations::similarity {

/// All six parts of a pair, with their reasons.
std::array<TraitPart, kTraits> parts_of(const Corpus& corpus,
                                        const std::vector<SimilarSubject>& subjects,
                                        const IndexPair& pair,
                                        const Likeness& likeness,
                                        Nearness nearness,
                                        double twins);

}  // namespace hoiquan::associations::similarity
