#pragma once

#include <boost/json/value.hpp>

#include "accounts/accounts.h"
#include "platform/http/json_reader.h"

namespace hoiquan::accounts {

boost::json::value to_json(const RoleView& role);
boost::json::value to_json(const SessionView& session);
boost::json::value to_json(const AccountView& account);

auth::NewUser new_user_from_json(http::JsonReader& reader);
auth::HeldRole new_role_from_json(const boost::json::value& body,
                                  const UserId& user,
                                  const Date& today);

}  // namespace hoiquan::accounts
