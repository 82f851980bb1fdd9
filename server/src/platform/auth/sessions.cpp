#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "platform/auth/auth.h"
#include "platform/auth/secrets.h"
#include "platform/auth/sql.h"
#include "platform/config/log.h"

namespace hoiquan::auth {

namespace {

constexpr int kFreeFailures = 5;
constexpr int kLongestBlockSeconds = 15 * 60;
constexpr int kForgetSeconds = 24 * 3600;
constexpr int kSecondsPerMinute = 60;
constexpr int kSecondsPerHour = 3600;
/// An address may stand for a whole office behind one router: it gets more tries than an account.
constexpr int kFreeFailuresOfAddress = 50;

/// One failure is forgiven after so long: without it an office would be shut out for the mistakes
/// of its whole year.
constexpr int kForgivenAfterSeconds = 3600;
constexpr int kForgivenToAddressAfterSeconds = 60;

struct Throttle {
    std::string key;
    int free_failures;
    int forgiven_after_seconds;
};
using Throttles = std::vector<Throttle>;

Throttles throttles_of(std::string_view login, const std::string& address) {
    // What cannot be a login shares one count: it may be megabytes long.
    return {
        {"login:" + std::string(is_login(login) ? login : "?"),
         kFreeFailures,
         kForgivenAfterSeconds},
        {"address:" + network_of(address), kFreeFailuresOfAddress, kForgivenToAddressAfterSeconds}};
}

int seconds_blocked(int failures_over) {
    return std::min(kLongestBlockSeconds, 2 << std::min(failures_over, 16));
}

void demand_not_blocked(const db::ReadTx& tx, const Throttles& throttles) {
    for (const auto& throttle : throttles) {
        const auto until = tx.find(sql::find_throttle, {throttle.key}, [](const db::Row& row) {
            return row.get<std::optional<Instant>>(1).value_or(Instant());
        });
        if (until && *until > tx.now()) {
            const auto left = until->unix_microseconds() - tx.now().unix_microseconds();
            const int seconds = static_cast<int>(left / 1'000'000) + 1;
            throw Error(ErrorCode::unavailable,
                        "auth.throttled",
                        {{"", "auth.throttled", {{"seconds", std::to_string(seconds)}}}})
                .with_retry_after(seconds);
        }
    }
}

/// Failures so far, without those forgiven since the last one.
int failures_of(const db::ReadTx& tx, const Throttle& throttle) {
    const auto left = tx.find(sql::find_throttle, {throttle.key}, [&](const db::Row& row) {
        const auto since = tx.now().unix_microseconds() - row.get<Instant>(2).unix_microseconds();
        return row.get<std::int64_t>(0) - since / 1'000'000 / throttle.forgiven_after_seconds;
    });
    return static_cast<int>(std::max<std::int64_t>(left.value_or(0), 0));
}

void count_failure(db::WriteTx& tx, const Throttles& throttles) {
    for (const auto& throttle : throttles) {
        const int failures = failures_of(tx, throttle) + 1;
        const int over = failures - throttle.free_failures;
        const std::optional<Instant> until =
            over >= 0 ? std::optional(tx.now().plus_seconds(seconds_blocked(over))) : std::nullopt;
        tx.exec(sql::save_throttle, {throttle.key, failures, until, tx.now()});
    }
}

struct Credentials {
    UserId user;
    std::string hash;
    bool is_active = false;
};

/// Verified in place of an unknown account's hash, so that both take the same time.
const std::string& hash_of_nobody(std::size_t memory_bytes) {
    static const std::string hash = hash_password(make_token(), memory_bytes);
    return hash;
}

std::optional<HeldRole> choose_role(const db::ReadTx& tx,
                                    const UserId& user,
                                    const std::optional<RoleId>& wanted) {
    const auto roles = roles_of(tx, user, tx.today());
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const HeldRole& role) {
        return wanted && role.id == *wanted;
    });
    if (found != roles.end()) {
        return *found;
    }
    return roles.empty() ? std::nullopt : std::optional(roles.front());
}

SignedIn open_session(db::WriteTx& tx, const config::Settings& settings, const UserId& user) {
    SignedIn out;
    out.token = make_token();
    out.session.id = tx.new_id<SessionId>();
    out.session.actor.user = user;
    out.session.actor.acting = choose_role(tx, user, std::nullopt);
    const auto account = find_user(tx, user);
    out.session.actor.must_change_password = account && account->must_change_password;
    out.session.expires_at =
        tx.now().plus_seconds(std::int64_t{settings.session_hours} * kSecondsPerHour);
    const auto& acting = out.session.actor.acting;
    tx.exec(sql::insert_session,
            {out.session.id,
             hash_of_token(out.token),
             user,
             acting ? std::optional(acting->id) : std::nullopt,
             tx.now(),
             out.session.expires_at});
    tx.exec(sql::touch_user, {tx.now(), user});
    return out;
}

/// Reading must go on while somebody else holds the one writer.
void touch(db::Database& database, const Session& session) {
    try {
        database.write([&](db::WriteTx& tx) {
            tx.exec(sql::touch_session, {tx.now(), session.id});
            tx.exec(sql::touch_user, {tx.now(), session.actor.user});
        });
    } catch (const Error& error) {
        config::log_warning("auth.session_not_touched", {{"key", error.key()}});
    }
}

}  // namespace

SignedIn sign_in(db::Database& database,
                 const config::Settings& settings,
                 std::string_view login,
                 const std::string& password,
                 const std::string& address) {
    const std::string name = to_lower(login);
    const auto throttles = throttles_of(name, address);
    const auto found = database.read([&](const db::ReadTx& tx) {
        demand_not_blocked(tx, throttles);
        return !is_login(name)
                   ? std::nullopt
                   : tx.find(sql::find_credentials, {name}, [](const db::Row& row) {
                         return Credentials{
                             row.get<UserId>(0), row.get<std::string>(1), row.get<bool>(2)};
                     });
    });
    const auto& hash = found ? found->hash : hash_of_nobody(settings.argon2_memory_bytes);
    const bool fits = password_matches(hash, password) && found && found->is_active;
    if (!fits) {
        database.write([&](db::WriteTx& tx) { count_failure(tx, throttles); });
        throw Error(ErrorCode::unauthenticated, "auth.wrong_login_or_password");
    }
    return database.write([&](db::WriteTx& tx) {
        tx.exec(sql::clear_throttle, {throttles.front().key});
        return open_session(tx, settings, found->user);
    });
}

void sign_out(db::WriteTx& tx, const SessionId& session) {
    tx.exec(sql::delete_session, {session});
}

std::optional<Session> find_session(db::Database& database,
                                    const config::Settings& settings,
                                    std::string_view token) {
    struct Found {
        Session session;
        bool is_stale = false;
    };
    const auto found = database.read([&](const db::ReadTx& tx) -> std::optional<Found> {
        std::optional<RoleId> wanted;
        Instant last_seen;
        auto session = tx.find(sql::find_session, {hash_of_token(token)}, [&](const db::Row& row) {
            Session out;
            out.id = row.get<SessionId>(0);
            out.actor.user = row.get<UserId>(1);
            wanted = row.get<std::optional<RoleId>>(2);
            last_seen = row.get<Instant>(3);
            out.expires_at = row.get<Instant>(4);
            out.actor.must_change_password = row.get<bool>(5);
            return out;
        });
        const auto idle = std::int64_t{settings.session_idle_minutes} * kSecondsPerMinute;
        if (!session || session->expires_at <= tx.now() ||
            last_seen.plus_seconds(idle) <= tx.now()) {
            return std::nullopt;
        }
        session->actor.acting = choose_role(tx, session->actor.user, wanted);
        return Found{std::move(*session), last_seen.plus_seconds(kSecondsPerMinute) <= tx.now()};
    });
    if (!found) {
        return std::nullopt;
    }
    if (found->is_stale) {
        touch(database, found->session);
    }
    return found->session;
}

void act_as(db::WriteTx& tx, const Session& session, const RoleId& role) {
    const auto roles = roles_of(tx, session.actor.user, tx.today());
    const bool is_own = std::any_of(
        roles.begin(), roles.end(), [&](const HeldRole& held) { return held.id == role; });
    if (!is_own) {
        throw Error(ErrorCode::not_found, "auth.role_not_found");
    }
    tx.exec(sql::act_as, {role, session.id});
}

void change_password(db::Database& database,
                     const config::Settings& settings,
                     const Session& session,
                     const std::string& old_password,
                     const std::string& new_password) {
    // Who has come upon an open session must not guess the password there without end.
    const Throttles throttles{
        {"password:" + session.actor.user.str(), kFreeFailures, kForgivenAfterSeconds}};
    const auto hash = database.read([&](const db::ReadTx& tx) {
        demand_not_blocked(tx, throttles);
        return tx.find(sql::find_password_hash, {session.actor.user}, [](const db::Row& row) {
            return row.get<std::string>(0);
        });
    });
    if (!hash || !password_matches(*hash, old_password)) {
        database.write([&](db::WriteTx& tx) { count_failure(tx, throttles); });
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/old_password", "auth.old_password_wrong", {}}});
    }
    if (old_password == new_password) {
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/new_password", "auth.password_unchanged", {}}});
    }
    const auto new_hash =
        hash_password(new_password, settings.argon2_memory_bytes, "/new_password");
    database.write([&](db::WriteTx& tx) {
        tx.exec(sql::set_password, {new_hash, false, session.actor.user});
        tx.exec(sql::delete_sessions_of, {session.actor.user, session.id});
        tx.exec(sql::clear_throttle, {throttles.front().key});
    });
}

void remove_expired_sessions(db::WriteTx& tx) {
    tx.exec(sql::delete_expired_sessions, {tx.now()});
    tx.exec(sql::delete_old_throttles, {tx.now().plus_seconds(-kForgetSeconds)});
}

}  // namespace hoiquan::auth
