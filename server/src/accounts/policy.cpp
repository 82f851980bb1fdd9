#include "accounts/policy.h"

#include <algorithm>

namespace hoiquan::accounts {

bool may_manage_accounts(const auth::Actor& actor) {
    return actor.is(auth::Role::administrator);
}

bool may_change(const db::ReadTx& tx,
                const auth::Actor& actor,
                const std::vector<auth::HeldRole>& roles) {
    return std::all_of(roles.begin(), roles.end(), [&](const auth::HeldRole& role) {
        return organisations::reaches(tx, actor, role.organisation);
    });
}

bool may_grant(const auth::Actor& actor, const auth::HeldRole& role) {
    return actor.acting &&
           (actor.acting->reach == auth::Reach::subtree || role.reach == auth::Reach::self);
}

}  // namespace hoiquan::accounts
