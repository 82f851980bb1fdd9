#pragma once

// The score of one pair and the part of each trait. Part of `similar`.

#include <array>

#include "associations/similar_candidates.h"
#include "associations/similar_related.h"
#include "associations/similar_vectors.h"

namespace hoiquan::associations::similarity {

/// Likeness of two associations whatever their places, by trait; -1 where it is not known of both.
struct Likeness {
    std::array<double, kTexts> of{};
    double all = 0;  ///< 0..1
};
/// Compares what is prepared in a corpus.
class Comparison {
public:
    explicit Comparison(const Corpus& corpus);
    Likeness likeness(const IndexPair& pair);
    /// The charters are at least as alike as those of their kin.
    /// What widen() could make of it at most.
    static double most_with_kin(Likeness likeness);
    static void widen(Likeness& likeness, double kin);

private:
    double of_text(std::size_t text, const IndexPair& pair);

    const Corpus& corpus_;
    std::array<Related, 3> related_;  ///< name, field, served
};

/// What a pair is worth once its places count too. `twins`: how many associations of other places
/// are as alike: where each place has one of the kind, that is no reason to join them.
struct Placed {
    double factor = 1;  ///< Of the likeness.
    double share = 0;   ///< Of the score that the territory plays, 0..1.
};
Placed placed(Nearness nearness, double twins);

/// Weight of a text among those that are known of both; they sum up to 1.
std::array<double, kTexts> text_shares(const Likeness& likeness);

}  // namespace hoiquan::associations::similarity
