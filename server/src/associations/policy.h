#pragma once

#include "platform/auth/auth.h"

namespace hoiquan::associations {

/// Whoever works with the content of the register: everybody but the administrator.
bool may_read(const auth::Actor& actor);
/// `reaches`: the association is within the scope of the role, not only supervised.
bool may_edit(const auth::Actor& actor, bool reaches);
/// Those above it: never an officer.
bool may_confirm(const auth::Actor& actor);

}  // namespace hoiquan::associations
