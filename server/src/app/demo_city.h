#pragma once

// The invented city of the demonstration data: its bodies and its accounts.

#include <map>
#include <string>
#include <vector>

#include "base/ids.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::app {

struct DemoAccount {
    std::string login;
    std::string full_name;
    std::string organisation;  ///< Key of DemoCity::bodies.
    auth::Role role;
    auth::Reach reach;
    std::string what;  ///< One line for the list of sign-ins.
};
const std::vector<DemoAccount>& demo_accounts();

struct DemoCity {
    std::map<std::string, OrganisationId> bodies;  ///< By short key: "thanh_uy", "ubnd" …
    std::map<std::string, auth::Actor> actors;     ///< By login.
};

/// Bodies, relations, names through time, accounts with their roles. `password_hash` is
/// everybody's.
DemoCity make_demo_city(db::WriteTx& tx, const std::string& password_hash);

}  // namespace hoiquan::app
