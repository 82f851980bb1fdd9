#include "members/policy.h"

namespace hoiquan::members {

bool may_read_names(const auth::Actor& actor, const OrganisationId& association) {
    return actor.is(auth::Role::officer) && actor.organisation() == association;
}

bool may_read_counts(const auth::Actor& actor) {
    return actor.acting && !actor.is(auth::Role::administrator);
}

}  // namespace hoiquan::members
