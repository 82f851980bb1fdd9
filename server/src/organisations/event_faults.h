#pragma once

// What the register says against an event. Part of organisations.

#include <vector>

#include "base/error.h"
#include "organisations/event_plan.h"

namespace hoiquan::organisations {

/// All faults; Error(forbidden) for a body out of the administrator's reach.
std::vector<Fault> faults_of_plan(const db::ReadTx& tx, const auth::Actor& actor, const Plan& plan);

}  // namespace hoiquan::organisations
