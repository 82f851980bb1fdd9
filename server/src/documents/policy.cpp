#include "documents/policy.h"

namespace hoiquan::documents {

bool may_read(const auth::Actor& actor) {
    return !actor.is(auth::Role::administrator);
}

bool may_register(const auth::Actor& actor) {
    return actor.is(auth::Role::clerk);
}

bool may_edit(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& register_of) {
    return actor.is(auth::Role::clerk) && organisations::reaches(tx, actor, register_of);
}

bool may_store_file(const auth::Actor& actor) {
    return actor.acting.has_value() && !actor.is(auth::Role::administrator) &&
           !actor.is(auth::Role::leader);
}

}  // namespace hoiquan::documents
