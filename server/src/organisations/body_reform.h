#pragma once

// What follows for bodies when the units they are located in are reformed: those of one kind and
// name in the predecessors of a unit become one body of that unit, the others move with it.
// Part of organisations.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

/// One event to come. Its upper bodies are looked up when it is carried out: an earlier step may
/// have changed them.
struct BodyReformStep {
    struct From {
        OrganisationId id;
        std::string name;
        std::string unit;  ///< Name of the unit it is located in.
    };
    struct Into {
        std::string name;
        OrganisationId unit;
        std::string unit_name;
    };
    /// consolidate, reorganise; transfer of the place; rename together with that; dissolve where
    /// nothing follows the unit.
    EventCode code = EventCode::reorganise;
    std::vector<From> from;
    std::vector<Into> into;  ///< Of a transfer one without a name of its own.
    struct Edge {
        std::size_t from = 0;
        std::size_t into = 0;
        Share share = Share::whole;
    };
    std::vector<Edge> edges;
    bool needs_decision = false;  ///< A unit was divided, or nothing follows it.
};

/// The newest event that reformed units and still holds.
std::optional<EventId> newest_reform(const db::ReadTx& tx);

/// Steps in the order in which they have to be carried out: provinces, districts, communes.
std::vector<BodyReformStep> plan_body_reform(const db::ReadTx& tx, const EventId& reform);

/// For whoever runs the machine. Everything or nothing of the one step; Error(invalid) with every
/// fault.
void carry_out_at_console(db::WriteTx& tx,
                          const EventId& reform,
                          const BodyReformStep& step,
                          const Participants& participants);

/// "event,code,from,from_unit,into,into_unit,share,needs_decision", one row for each edge.
std::string plan_csv(const std::vector<BodyReformStep>& steps);

}  // namespace hoiquan::organisations
