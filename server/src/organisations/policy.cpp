#include "organisations/policy.h"

namespace hoiquan::organisations {

bool may_read(const auth::Actor& actor) {
    return !actor.user.empty();
}

bool may_create(const auth::Actor& actor) {
    return actor.is_console || actor.is(auth::Role::administrator);
}

bool may_edit(const db::ReadTx& tx,
              const auth::Actor& actor,
              const OrganisationId& id,
              bool is_territory) {
    if (actor.is_console) {
        return true;
    }
    if (!actor.is(auth::Role::administrator)) {
        return false;
    }
    if (is_territory) {
        return actor.acting->reach == auth::Reach::subtree;
    }
    return reaches(tx, actor, id);
}

}  // namespace hoiquan::organisations
