#pragma once

// Accounts, sign-in, sessions and the roles a person holds at organisations. Knows organisations
// by id only; which bodies a role reaches is decided by the scope part of each statement
// (organisations/sql/scope.inc).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "platform/config/config.h"
#include "platform/db/db.h"

namespace hoiquan::auth {

/// What a role lets its holder do inside its reach; finer rules are each module's policy.h.
/// clerk: registers documents, reviews, assigns, closes, reports. monitor: follows tasks, judges
/// evidence. officer: works for a lead body, files progress and evidence. leader: reads all.
/// administrator: users, roles, organisations; no business content.
enum class Role { administrator, clerk, monitor, officer, leader };
std::string_view to_string(Role role);
std::optional<Role> parse_role(std::string_view text);

/// self: the organisation alone; subtree: also everything that is part of it or led by it, today.
enum class Reach { self, subtree };
std::string_view to_string(Reach reach);
std::optional<Reach> parse_reach(std::string_view text);

/// One role held at one organisation for a time.
struct HeldRole {
    RoleId id;
    UserId user;
    OrganisationId organisation;
    Role role = Role::officer;
    Reach reach = Reach::self;
    Date valid_from;
    Date valid_to;  ///< Exclusive; far_future() when open.
};

/// Who makes a request: an account and the one role (so: body) it acts in.
struct Actor {
    UserId user;
    std::optional<HeldRole> acting;  ///< Absent: signed in, holds no role today.
    bool must_change_password = false;
    bool is_console = false;  ///< A command of whoever runs the machine: no role, no scope.

    bool is(Role role) const { return acting && acting->role == role; }
    /// Empty id when there is no role: matches no row.
    OrganisationId organisation() const { return acting ? acting->organisation : OrganisationId(); }
};

/// The first three parameters of every scoped statement: organisation, reach, today.
db::Params scope_params(const db::ReadTx& tx, const Actor& actor);
/// scope_params followed by `more`.
db::Params scoped(const db::ReadTx& tx, const Actor& actor, const db::Params& more);

struct User {
    UserId id;
    std::string login;
    std::string full_name;
    bool is_active = true;
    bool must_change_password = false;
    std::int64_t version = 1;
    Instant created_at;
    std::optional<Instant> last_seen_at;
};

struct NewUser {
    std::string login;      ///< 3 to 64 of a-z 0-9 . _ -
    std::string full_name;  ///< 1 to 200 characters.
    std::string
        password;  ///< The first one; must be changed at first sign-in unless `keep_password`.
    bool keep_password = false;
};

/// argon2id by libsodium; at most two at a time, so call it outside any transaction.
/// Throws Error(invalid) with a fault at `field`: "auth.password_too_short" (< 10 characters),
/// "auth.password_too_long" (> 200) or "auth.password_common". Both functions take any normal form.
std::string hash_password(const std::string& password,
                          std::size_t memory_bytes,
                          std::string_view field = "/password");
bool password_matches(const std::string& hash, const std::string& password);

/// Throws Error(invalid) naming all faults ("auth.login_taken" …). `password_hash` comes from
/// hash_password.
User create_user(db::WriteTx& tx, const NewUser& input, const std::string& password_hash);
std::optional<User> find_user(const db::ReadTx& tx, const UserId& id);
std::optional<User> find_user_by_login(const db::ReadTx& tx, std::string_view login);
std::int64_t count_users(const db::ReadTx& tx);
HeldRole grant_role(db::WriteTx& tx, const HeldRole& role);  ///< `id` is made here.
std::vector<HeldRole> roles_of(const db::ReadTx& tx, const UserId& user, const Date& on);
void set_password(db::WriteTx& tx,
                  const UserId& user,
                  const std::string& password_hash,
                  bool must_change);
void set_active(db::WriteTx& tx, const UserId& user, bool is_active);

/// All accounts by login; for the server's console, not for a route.
std::vector<User> list_users(const db::ReadTx& tx);
/// Ends the role today (kept for history); one that ended before keeps its end.
void end_role(db::WriteTx& tx, const RoleId& role);
std::optional<HeldRole> find_role(const db::ReadTx& tx, const RoleId& role);

/// A signed-in session; only the hash of its token is stored.
struct Session {
    SessionId id;
    Actor actor;
    Instant expires_at;
};
struct SignedIn {
    std::string token;  ///< For the cookie; 43 characters.
    Session session;
};

/// Checks login and password with throttling by account and by address (growing delays after 5
/// failures; Error(unavailable, "auth.throttled") with retry_after). A wrong login and a wrong
/// password are the same Error(unauthenticated, "auth.wrong_login_or_password") and take the same
/// time.
SignedIn sign_in(db::Database& database,
                 const config::Settings& settings,
                 std::string_view login,
                 const std::string& password,
                 const std::string& address);
void sign_out(db::WriteTx& tx, const SessionId& session);
/// Nothing when unknown, idle for too long or expired. Touches `last_seen_at` at most once a
/// minute.
std::optional<Session> find_session(db::Database& database,
                                    const config::Settings& settings,
                                    std::string_view token);
/// Chooses the role that the session acts in; Error(not_found) unless it is the user's own and
/// holds today.
void act_as(db::WriteTx& tx, const Session& session, const RoleId& role);
/// Checks the old password (throttled like a sign-in), sets the new one, ends the user's other
/// sessions.
void change_password(db::Database& database,
                     const config::Settings& settings,
                     const Session& session,
                     const std::string& old_password,
                     const std::string& new_password);
void remove_expired_sessions(db::WriteTx& tx);

/// One-time link for the first administrator of a real installation. The token is shown once on the
/// console; its hash is stored; valid for 24 hours and only while there is no user.
std::string make_setup_token(db::WriteTx& tx);
/// Error(not_found) when the token is wrong, used or expired, or when there is a user already.
User set_up_first_administrator(db::WriteTx& tx,
                                std::string_view token,
                                const NewUser& input,
                                const std::string& password_hash);

}  // namespace hoiquan::auth
