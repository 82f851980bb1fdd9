#pragma once

// Which pairs are worth comparing in full. Part of `similar`.

#include <cstdint>
#include <utility>
#include <vector>

#include "associations/similar_vectors.h"

namespace hoiquan::associations::similarity {

using IndexPair = std::pair<std::uint32_t, std::uint32_t>;  ///< The smaller first.

/// How near two territories are, 0..1; nothing is known of a missing one.
enum class Nearness { same, within, neighbours, same_province, far, unknown };
Nearness nearness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
double similarity(Nearness nearness);

/// In order, each once.
std::vector<IndexPair> find_candidates(const Corpus& corpus);

}  // namespace hoiquan::associations::similarity
