#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::accounts {

std::vector<auth::User> find_within_reach(
    const db::ReadTx& tx, const auth::Actor& actor, std::string_view search, int limit, int offset);
std::int64_t count_within_reach(const db::ReadTx& tx,
                                const auth::Actor& actor,
                                std::string_view search);

/// The roles of these accounts that hold today or later, in one statement. An account without any
/// is left out.
std::map<UserId, std::vector<auth::HeldRole>> roles_from_today(const db::ReadTx& tx,
                                                               const std::vector<UserId>& users);

}  // namespace hoiquan::accounts
