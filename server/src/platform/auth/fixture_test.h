#pragma once

// For the tests of this folder: accounts with cheap hashes, and statements that move time.

#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.h"
#include "platform/auth/auth.h"
#include "platform/db/testing.h"

namespace hoiquan::auth::fixture {

constexpr db::Statement both(std::string_view name, std::string_view sql) {
    return {name, sql, sql};
}

inline constexpr db::Statement seen_at =
    both("seen_at", "UPDATE user_session SET last_seen_at = $1");
inline constexpr db::Statement expires_at =
    both("expires_at", "UPDATE user_session SET expires_at = $1");
inline constexpr db::Statement last_seen =
    both("last_seen", "SELECT last_seen_at FROM user_session LIMIT 1");
inline constexpr db::Statement unblock =
    both("unblock", "UPDATE sign_in_throttle SET blocked_until = $1");
inline constexpr db::Statement failed_at =
    both("failed_at", "UPDATE sign_in_throttle SET last_failure_at = $1, blocked_until = NULL");
inline constexpr db::Statement fail_often =
    both("fail_often", "UPDATE sign_in_throttle SET failures = $1 WHERE key LIKE 'address:%'");
inline constexpr db::Statement count_throttles =
    both("count_throttles", "SELECT COUNT(*) FROM sign_in_throttle");
inline constexpr db::Statement made_at = both("made_at", "UPDATE setup_token SET created_at = $1");
inline constexpr db::Statement count_sessions =
    both("count_sessions", "SELECT COUNT(*) FROM user_session");
inline constexpr db::Statement count_secrets =
    both("count_secrets",
         "SELECT (SELECT COUNT(*) FROM user_session WHERE token_hash = $1) "
         "+ (SELECT COUNT(*) FROM setup_token WHERE token_hash = $1)");
inline constexpr db::Statement roles_recorded =
    both("roles_recorded", "SELECT COUNT(*) FROM held_role");

inline const std::string password = "một câu dễ nhớ";

inline config::Settings settings() {
    config::Settings out;
    out.argon2_memory_bytes = 64UL * 1024;
    return out;
}

inline UserId add_user(db::Database& database,
                       const std::string& login = "vanthu",
                       bool must_change = false) {
    static const std::string hash = hash_password(password, settings().argon2_memory_bytes);
    return database.write([&](db::WriteTx& tx) {
        return create_user(tx, {login, "Nguyễn Văn Thư", "", !must_change}, hash).id;
    });
}

inline HeldRole grant(db::Database& database,
                      const UserId& user,
                      Role role = Role::clerk,
                      const char* from = "2026-01-01",
                      const char* to = "9999-12-31") {
    return database.write([&](db::WriteTx& tx) {
        return grant_role(tx,
                          {RoleId(),
                           user,
                           tx.new_id<OrganisationId>(),
                           role,
                           Reach::subtree,
                           *Date::parse_iso(from),
                           *Date::parse_iso(to)});
    });
}

inline SignedIn enter(db::Database& database,
                      const std::string& login = "vanthu",
                      const std::string& with = password,
                      const std::string& address = "10.0.0.1") {
    return sign_in(database, settings(), login, with, address);
}

inline std::optional<Session> session_of(db::Database& database, const std::string& token) {
    return find_session(database, settings(), token);
}

/// The key of the error, or of its faults ("/login auth.bad_login"), or nothing.
inline std::vector<std::string> refusal(const std::function<void()>& f) {
    std::vector<std::string> out;
    try {
        f();
    } catch (const Error& error) {
        for (const auto& fault : error.faults()) {
            out.push_back(fault.field + " " + fault.key);
        }
        if (out.empty()) {
            out.push_back(error.key());
        }
    }
    return out;
}
using Keys = std::vector<std::string>;

inline Instant now(db::Database& database) {
    return database.read([](const db::ReadTx& tx) { return tx.now(); });
}

/// Runs a statement whose one parameter is a moment so many seconds from now.
inline void at(db::Database& database, const db::Statement& statement, std::int64_t seconds) {
    database.write([&](db::WriteTx& tx) { tx.exec(statement, {tx.now().plus_seconds(seconds)}); });
}

inline std::int64_t number(db::Database& database,
                           const db::Statement& statement,
                           const db::Params& params = {}) {
    return database.read([&](const db::ReadTx& tx) { return tx.integer(statement, params); });
}

}  // namespace hoiquan::auth::fixture
