#pragma once

#include <string_view>
#include <vector>

#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::accounts {

std::vector<UserId> find_within_reach(
    const db::ReadTx& tx, const auth::Actor& actor, std::string_view search, int limit, int offset);
std::int64_t count_within_reach(const db::ReadTx& tx,
                                const auth::Actor& actor,
                                std::string_view search);

}  // namespace hoiquan::accounts
