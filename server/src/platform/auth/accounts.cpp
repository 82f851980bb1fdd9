#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "platform/auth/auth.h"
#include "platform/auth/secrets.h"
#include "platform/auth/sql.h"

namespace hoiquan::auth {

namespace {

constexpr std::size_t kMaxName = 200;
constexpr std::int64_t kSetupSeconds = 24L * 3600;

User user_from(const db::Row& row) {
    return {row.get<UserId>(0),
            row.get<std::string>(1),
            row.get<std::string>(2),
            row.get<bool>(3),
            row.get<bool>(4),
            row.get<std::int64_t>(5),
            row.get<Instant>(6),
            row.get<std::optional<Instant>>(7)};
}

HeldRole role_from(const db::Row& row) {
    return {row.get<RoleId>(0),
            row.get<UserId>(1),
            row.get<OrganisationId>(2),
            parse_role(row.text(3)).value_or(Role::officer),
            parse_reach(row.text(4)).value_or(Reach::self),
            row.get<Date>(5),
            row.get<Date>(6)};
}

void insert_role(db::WriteTx& tx, const HeldRole& role) {
    tx.exec(sql::insert_role,
            {role.id,
             role.user,
             role.organisation,
             to_string(role.role),
             to_string(role.reach),
             role.valid_from,
             role.valid_to,
             tx.now()});
}

}  // namespace

std::string_view to_string(Role role) {
    switch (role) {
        case Role::administrator:
            return "administrator";
        case Role::clerk:
            return "clerk";
        case Role::monitor:
            return "monitor";
        case Role::officer:
            return "officer";
        case Role::leader:
            return "leader";
    }
    return "officer";
}

std::optional<Role> parse_role(std::string_view text) {
    for (const auto role :
         {Role::administrator, Role::clerk, Role::monitor, Role::officer, Role::leader}) {
        if (text == to_string(role)) {
            return role;
        }
    }
    return std::nullopt;
}

std::string_view to_string(Reach reach) {
    return reach == Reach::self ? "self" : "subtree";
}

std::optional<Reach> parse_reach(std::string_view text) {
    if (text == "self") {
        return Reach::self;
    }
    return text == "subtree" ? std::optional(Reach::subtree) : std::nullopt;
}

db::Params scope_params(const db::ReadTx& tx, const Actor& actor) {
    const Reach reach = actor.acting ? actor.acting->reach : Reach::self;
    return {actor.organisation(), to_string(reach), tx.today()};
}

db::Params scoped(const db::ReadTx& tx, const Actor& actor, const db::Params& more) {
    auto out = scope_params(tx, actor);
    out.insert(out.end(), more.begin(), more.end());
    return out;
}

User create_user(db::WriteTx& tx, const NewUser& input, const std::string& password_hash) {
    std::vector<Fault> faults;
    const auto name = collapse_blanks(to_nfc(input.full_name));
    if (!is_login(input.login)) {
        faults.push_back({"/login", "auth.bad_login", {}});
    } else if (find_user_by_login(tx, input.login)) {
        faults.push_back({"/login", "auth.login_taken", {{"login", input.login}}});
    }
    if (name.empty() || length(name) > kMaxName) {
        faults.push_back({"/full_name", "auth.bad_full_name", {}});
    }
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    const auto id = tx.new_id<UserId>();
    tx.exec(sql::insert_user,
            {id,
             input.login,
             name,
             fold(name + " " + input.login),
             password_hash,
             !input.keep_password,
             tx.now()});
    auto created = find_user(tx, id);
    if (!created) {
        throw std::logic_error("the account just inserted is not there");
    }
    return *std::move(created);
}

std::optional<User> find_user(const db::ReadTx& tx, const UserId& id) {
    return tx.find(sql::find_user, {id}, user_from);
}

std::optional<User> find_user_by_login(const db::ReadTx& tx, std::string_view login) {
    return tx.find(sql::find_user_by_login, {login}, user_from);
}

std::vector<User> list_users(const db::ReadTx& tx) {
    return tx.list(sql::list_users, {}, user_from);
}

std::int64_t count_users(const db::ReadTx& tx) {
    return tx.integer(sql::count_users, {});
}

HeldRole grant_role(db::WriteTx& tx, const HeldRole& role) {
    HeldRole granted = role;
    granted.id = tx.new_id<RoleId>();
    insert_role(tx, granted);
    return granted;
}

std::vector<HeldRole> roles_of(const db::ReadTx& tx, const UserId& user, const Date& on) {
    auto roles = tx.list(sql::roles_of, {user, on}, role_from);
    std::stable_sort(roles.begin(), roles.end(), [](const HeldRole& a, const HeldRole& b) {
        return a.role < b.role;
    });
    return roles;
}

std::optional<HeldRole> find_role(const db::ReadTx& tx, const RoleId& role) {
    return tx.find(sql::find_role, {role}, role_from);
}

void end_role(db::WriteTx& tx, const RoleId& role) {
    const auto held = find_role(tx, role);
    if (!held) {
        throw Error(ErrorCode::not_found, "auth.role_not_found");
    }
    tx.exec(sql::supersede_role, {tx.now(), role});
    HeldRole ended = *held;
    ended.id = tx.new_id<RoleId>();
    // One that has ended already must not last longer by being ended again.
    ended.valid_to = std::min(held->valid_to, tx.today());
    if (ended.valid_from < ended.valid_to) {
        insert_role(tx, ended);
    }
}

void set_password(db::WriteTx& tx,
                  const UserId& user,
                  const std::string& password_hash,
                  bool must_change) {
    tx.exec(sql::set_password, {password_hash, must_change, user});
    tx.exec(sql::delete_sessions_of, {user, ""});
}

void set_active(db::WriteTx& tx, const UserId& user, bool is_active) {
    tx.exec(sql::set_active, {is_active, user});
    if (!is_active) {
        tx.exec(sql::delete_sessions_of, {user, ""});
    }
}

std::string make_setup_token(db::WriteTx& tx) {
    auto token = make_token();
    tx.exec(sql::insert_setup_token, {hash_of_token(token), tx.now()});
    return token;
}

User set_up_first_administrator(db::WriteTx& tx,
                                std::string_view token,
                                const NewUser& input,
                                const std::string& password_hash) {
    const Instant oldest = tx.now().plus_seconds(-kSetupSeconds);
    if (count_users(tx) != 0 ||
        tx.exec(sql::use_setup_token, {tx.now(), hash_of_token(token), oldest}) != 1) {
        throw Error(ErrorCode::not_found, "auth.setup_link_invalid");
    }
    return create_user(tx, input, password_hash);
}

}  // namespace hoiquan::auth
