#pragma once

// Taking an event back. Part of organisations.

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "organisations/organisations.h"

namespace hoiquan::organisations {

/// All that would be left in the air without the event.
std::vector<Dependant> dependants(const db::ReadTx& tx,
                                  const EventId& event,
                                  const Participants& participants);
/// The office that entered it, or who has all bodies within reach to whom it happened. What it made
/// is not asked for: it may lie in the future, where nobody's reach is.
bool may_undo(const db::ReadTx& tx, const auth::Actor& actor, const Event& event);
/// What does not hold of the bodies of the event as they are believed now: a code that two bear on
/// one day, a relation beyond the life of one of its ends, a circle.
std::vector<Fault> faults_of_state(const db::ReadTx& tx, const Event& event);
/// A body of the event that would hang on itself.
std::optional<OrganisationId> circle_in(const db::ReadTx& tx, const EventId& event);
/// No permission is asked here; `actor` absent: the program itself.
void undo_now(db::WriteTx& tx,
              const auth::Actor* actor,
              const EventId& id,
              const std::string& reason,
              const Participants& participants);

}  // namespace hoiquan::organisations
