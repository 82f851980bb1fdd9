#pragma once

#include "organisations/organisations.h"

namespace hoiquan::organisations {

/// The register of bodies is open to everybody who is signed in.
bool may_read(const auth::Actor& actor);
bool may_create(const auth::Actor& actor);

/// An administrator within whose reach the body is. Territories own nothing and are in nobody's
/// reach: an administrator of a whole subtree keeps them.
bool may_edit(const db::ReadTx& tx,
              const auth::Actor& actor,
              const OrganisationId& id,
              bool is_territory);

}  // namespace hoiquan::organisations
