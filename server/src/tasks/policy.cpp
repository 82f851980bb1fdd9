#include "tasks/policy.h"

namespace hoiquan::tasks {

namespace {

using auth::Role;

bool works_in_an_office(const auth::Actor& actor) {
    return actor.is(Role::clerk) || actor.is(Role::monitor) || actor.is(Role::officer);
}

}  // namespace

bool may_edit(const auth::Actor& actor, const Standing& standing) {
    return actor.is(Role::clerk) && standing.reaches_owner && !standing.is_closed;
}

bool may_work(const auth::Actor& actor, const Standing& standing) {
    return works_in_an_office(actor) && standing.reaches_lead && !standing.is_closed &&
           !standing.is_parent;
}

bool may_judge(const auth::Actor& actor, const Standing& standing) {
    const bool for_giver = actor.is(Role::clerk) && standing.reaches_owner;
    const bool for_monitor =
        (actor.is(Role::clerk) || actor.is(Role::monitor)) && standing.reaches_monitor;
    return (for_giver || for_monitor) && !standing.is_closed && !standing.is_parent;
}

bool may_decide(const auth::Actor& actor, const Standing& standing, const UserId& filed_by) {
    return may_judge(actor, standing) && actor.user != filed_by;
}

bool may_close(const auth::Actor& actor, const Standing& standing) {
    return may_judge(actor, standing) && standing.has_accepted_evidence &&
           !standing.has_waiting_evidence;
}

}  // namespace hoiquan::tasks
