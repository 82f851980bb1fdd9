#pragma once

// From what was entered to what will be written. Reads only. Part of organisations.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "organisations/ledger.h"
#include "organisations/organisations.h"

namespace hoiquan::organisations {

/// A body below one that ends, and whom it goes to: a place in Outcome::bodies.
struct ChildMove {
    RelationFact relation;
    std::optional<std::size_t> to;  ///< Nothing: the relation only ends.
    bool needs_decision = false;
};
struct PlannedEdge {
    OrganisationId from;
    std::size_t to = 0;  ///< Place in Outcome::bodies.
    Share share = Share::whole;
};
struct Plan {
    NewEvent input;
    Outcome outcome;                  ///< `bodies` begins with the results, in their order.
    Facts facts;                      ///< Of all bodies that the event names.
    std::vector<ResultBody> results;  ///< With what they take over from their predecessors.
    std::vector<PlannedEdge> edges;
    std::vector<ChildMove> children;
    std::set<OrganisationId> ended;
    bool concerns_territory = false;

    const StateFact* state_on_date(const OrganisationId& body) const;
    /// What the body hangs on by this kind on the date; the first one.
    std::optional<OrganisationId> upper(const OrganisationId& body, std::string_view kind) const;
};

/// Error(invalid) with every fault; Error(forbidden) for a body out of reach.
Plan plan_event(const db::ReadTx& tx, const auth::Actor& actor, const NewEvent& input);

/// What is wrong with what was entered, before anything is looked up: numbers of bodies and results
/// that the code asks for, texts, edges. Pure.
std::vector<Fault> faults_of_form(const NewEvent& input);

}  // namespace hoiquan::organisations
