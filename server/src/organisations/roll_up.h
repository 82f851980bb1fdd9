#pragma once

// Figures of bodies summed upwards along one line of relations, as of any day, or restated to the
// bodies that answer for them today. Part of organisations.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

/// party: part of, else led by. territory: bodies below the unit they are located in, units below
/// the units they are part of. guidance: guided by. membership: member of.
enum class Along { party, territory, guidance, membership };
std::string_view to_string(Along along);
std::optional<Along> parse_along(std::string_view text);

/// As many numbers as the report has columns.
using Figures = std::vector<std::int64_t>;
using BodyFigures = std::map<OrganisationId, Figures>;

struct RollUpLine {
    OrganisationRef organisation;
    Figures own;    ///< Of the body itself.
    Figures total;  ///< And of everything below it.
    std::int64_t child_count = 0;
};
struct RollUp {
    std::vector<OrganisationRef> path;  ///< From the top down to `parent`, both included.
    std::vector<RollUpLine> lines;      ///< In Vietnamese order of names.
    Figures own;                        ///< Of `parent` itself.
    Figures outside;  ///< Without `parent`: of bodies that are below nothing and above nothing.
    Figures total;    ///< All of these together.
};

/// The children of `parent`, or those that stand at the top. Each body counts once, under one body
/// above it; `width` is the number of columns.
RollUp roll_up(const db::ReadTx& tx,
               const View& view,
               Along along,
               const std::optional<OrganisationId>& parent,
               const BodyFigures& figures,
               std::size_t width);

/// Who answers for a body today: itself, the one heir at the end of the line, or nobody yet when a
/// division left several.
class Heirs {
public:
    explicit Heirs(const db::ReadTx& tx);
    std::optional<OrganisationId> of(const OrganisationId& body) const;

private:
    std::map<OrganisationId, std::vector<OrganisationId>> heirs_;
};

/// All bodies of a day: {1, 1 if an association}.
BodyFigures count_bodies(const db::ReadTx& tx, const View& view);

}  // namespace hoiquan::organisations
