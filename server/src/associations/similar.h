#pragma once

// Associations of similar nature: pairs and groups with a score, the part that each of six traits
// plays, and reasons. Pure: the same associations give the same answer in whatever order they come.
// docs/how-to/similar-associations.md explains the score.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoiquan::associations {

/// What is compared of one association. Empty text: not known.
struct SimilarSubject {
    std::string id;
    std::string name;
    std::string purpose;  ///< Of the charter.
    std::string field;
    std::string served;  ///< The circle of people.
    std::string activities;
    std::vector<std::string> territory;  ///< Ids: its unit, the unit above, … Empty: not known.
    std::vector<std::string> places;     ///< Names of these units; they count for nothing in texts.
    std::vector<std::uint64_t> member_keys;  ///< Keyed hashes of its members.
};

enum class Trait { name, purpose, field, territory, served, activities };
inline constexpr std::size_t kTraits = 6;
std::string_view to_string(Trait trait);

/// A sentence of web/locales and what fills its placeholders.
struct SimilarReason {
    std::string key;
    std::vector<std::pair<std::string, std::string>> args;
};

struct TraitPart {
    Trait trait = Trait::name;
    bool is_known = false;    ///< Known of both.
    double similarity = 0;    ///< 0..1
    double contribution = 0;  ///< The contributions of the six traits sum up to the score.
    SimilarReason reason;
};

struct SimilarPair {
    std::string first;  ///< The smaller id.
    std::string second;
    double score = 0;
    std::array<TraitPart, kTraits> parts;
    std::int64_t shared_members = 0;
};

struct SimilarGroup {
    std::vector<std::string> ids;  ///< In order.
    double score = 0;              ///< The average of its pairs.
};

/// How near two associations must be to be compared at all.
enum class SimilarReach { same_unit, same_province, anywhere };

struct SimilarOptions {
    double min_score = 0.5;
    SimilarReach reach = SimilarReach::anywhere;
    std::size_t most_pairs = 5000;
    /// Pairs of ids, the smaller first, in order: they never stand in one group by their own score.
    std::vector<std::pair<std::string, std::string>> different;
};

struct SimilarResult {
    std::vector<SimilarPair> pairs;    ///< Best first; those marked as different too.
    std::vector<SimilarGroup> groups;  ///< Best first; of pairs that are not marked.
};

SimilarResult find_similar(std::vector<SimilarSubject> subjects, const SimilarOptions& options);

}  // namespace hoiquan::associations
