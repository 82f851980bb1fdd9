#include "associations/policy.h"

namespace hoiquan::associations {

using auth::Role;

bool may_read(const auth::Actor& actor) {
    return actor.is(Role::clerk) || actor.is(Role::monitor) || actor.is(Role::officer) ||
           actor.is(Role::leader);
}

bool may_edit(const auth::Actor& actor, bool reaches) {
    return reaches && (actor.is(Role::officer) || actor.is(Role::clerk));
}

bool may_confirm(const auth::Actor& actor) {
    return actor.is(Role::clerk) || actor.is(Role::monitor);
}

}  // namespace hoiquan::associations
