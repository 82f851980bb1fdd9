#pragma once

// Taking an event back. Part of organisations.

#include <optional>
#include <string>
#include <vector>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

/// All that would be left in the air without the event.
std::vector<Dependant> dependants(const db::ReadTx& tx,
                                  const EventId& event,
                                  const Participants& participants);
/// A body of the event that would hang on itself.
std::optional<OrganisationId> circle_in(const db::ReadTx& tx, const EventId& event);
/// No permission is asked here; `actor` absent: the program itself.
void undo_now(db::WriteTx& tx,
              const auth::Actor* actor,
              const EventId& id,
              const std::string& reason,
              const Participants& participants);

}  // namespace hoiquan::organisations
