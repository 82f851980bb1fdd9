#pragma once

// Groups out of pairs. Part of `similar`.

#include "associations/similar.h"

namespace hoiquan::associations::similarity {

/// Two groups are joined while the average over all pairs between them is `min_score` or more, and
/// none of these pairs is marked as different, so that no chain of half-similar ones makes one
/// large group.
std::vector<SimilarGroup> groups_of(const std::vector<SimilarPair>& pairs,
                                    const SimilarOptions& options);

}  // namespace hoiquan::associations::similarity
