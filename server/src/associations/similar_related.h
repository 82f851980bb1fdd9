#pragma once

// Words for the same thing, learned from who uses them: two fields, circles of people or names that
// share no word are alike when the charters of the associations that bear them are. Part of
// `similar`.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "associations/similar_vectors.h"

namespace hoiquan::associations::similarity {

class Related {
public:
    Related(const Corpus& corpus, std::size_t text);
    /// 0..1; 0 when one of the two values is too rare to have been learned.
    double between(std::uint32_t a, std::uint32_t b);

private:
    std::vector<std::uint32_t> value_of_;  ///< By profile; 0: rare.
    std::vector<TermVector> centres_;
    std::unordered_map<std::uint64_t, double> known_;
};

/// An association and those most like it wherever they are: what one of them says the others mean
/// too, so that two charters with other words of one subject are alike.
class Kin {
public:
    explicit Kin(const std::vector<Profile>& profiles);
    void note(std::uint32_t a, std::uint32_t b, double likeness);
    /// 0..1; after the last note().
    double between(std::uint32_t a, std::uint32_t b);

private:
    const TermVector& widened(std::uint32_t of);

    const std::vector<Profile>& profiles_;
    std::vector<std::vector<std::pair<double, std::uint32_t>>> nearest_;
    std::vector<TermVector> widened_;
};

}  // namespace hoiquan::associations::similarity
