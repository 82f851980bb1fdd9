#pragma once

#include <vector>

#include "accounts/accounts.h"
#include "platform/auth/auth.h"

namespace hoiquan::accounts {

bool may_manage_accounts(const auth::Actor& actor);

/// An account may be changed by who reaches every organisation at which it holds a role.
bool may_change(const db::ReadTx& tx,
                const auth::Actor& actor,
                const std::vector<auth::HeldRole>& roles);

/// Nobody gives more than they hold: who reaches one body alone grants no reach over its subtree.
bool may_grant(const auth::Actor& actor, const auth::HeldRole& role);

}  // namespace hoiquan::accounts
