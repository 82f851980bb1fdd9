#pragma once

#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::members {

/// Names and everything else of single persons: the officer of the association itself.
bool may_read_names(const auth::Actor& actor, const OrganisationId& association);
/// Bodies above, and the association itself; an administrator keeps accounts, not registers.
bool may_read_counts(const auth::Actor& actor);

}  // namespace hoiquan::members
