#pragma once

// Accounts as people meet them: first set-up, sign-in, the role one acts in, and the
// administrator's list of accounts. Passwords, sessions and roles themselves are platform/auth.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisations/organisations.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"

namespace hoiquan::accounts {

/// A role with the name of its organisation on the day of the transaction.
struct RoleView {
    auth::HeldRole role;
    organisations::OrganisationRef organisation;
};

struct SessionView {
    auth::User user;
    std::vector<RoleView> roles;
    std::optional<RoleId> acting_role;
    bool is_demonstration = false;
    Date today;
};

struct AccountView {
    auth::User user;
    std::vector<RoleView> roles;  ///< Those that hold today or later.
};

struct Setup {
    std::string token;
    auth::NewUser administrator;
    std::string organisation_name;
    std::string organisation_kind;
};

/// True when the database holds demonstration data; only then HOIQUAN_NOW is honoured.
bool is_demonstration(const db::ReadTx& tx);
void mark_demonstration(db::WriteTx& tx);

SessionView describe(const db::ReadTx& tx, const auth::Session& session);

/// Makes the first organisation and its administrator. Error(not_found) when the link is wrong or
/// used.
AccountView set_up(db::WriteTx& tx, const Setup& input, const std::string& password_hash);

/// Accounts that hold a role within the administrator's reach, and those that hold none.
std::vector<AccountView> list(
    const db::ReadTx& tx, const auth::Actor& actor, std::string_view search, int limit, int offset);
std::int64_t count(const db::ReadTx& tx, const auth::Actor& actor, std::string_view search);
AccountView create(db::WriteTx& tx,
                   const auth::Actor& actor,
                   const auth::NewUser& input,
                   const std::string& password_hash);

struct AccountChange {
    std::optional<bool> is_active;
    std::optional<std::string> password_hash;  ///< Of a first password that must be changed.
};
/// Error(not_found) unless every role of the account, today or later, lies within the
/// administrator's reach.
AccountView update(db::WriteTx& tx,
                   const auth::Actor& actor,
                   const UserId& user,
                   const AccountChange& change);
/// Error(not_found) when the account or the organisation is out of reach; Error(forbidden) when the
/// role would reach further than the administrator's own.
RoleView grant(db::WriteTx& tx, const auth::Actor& actor, const auth::HeldRole& role);
void end_role(db::WriteTx& tx, const auth::Actor& actor, const RoleId& role);

/// What events of bodies do to the records of this module.
std::shared_ptr<const organisations::EventParticipant> event_participant();

void add_routes(http::Router& router);

}  // namespace hoiquan::accounts
