#include <map>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "accounts/accounts.h"
#include "accounts/policy.h"
#include "accounts/store.h"
#include "base/error.h"
#include "platform/audit/audit.h"

namespace hoiquan::accounts {

namespace {

std::vector<RoleView> with_names(const db::ReadTx& tx, std::vector<auth::HeldRole> roles) {
    std::vector<OrganisationId> ids;
    ids.reserve(roles.size());
    for (const auto& role : roles) {
        ids.push_back(role.organisation);
    }
    const auto names = organisations::refs(tx, ids, tx.today());
    std::vector<RoleView> out;
    out.reserve(roles.size());
    for (auto& role : roles) {
        auto name = names.at(role.organisation);
        out.push_back({std::move(role), std::move(name)});
    }
    return out;
}

void demand_administrator(const auth::Actor& actor) {
    if (!may_manage_accounts(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
}

auth::User get_user(const db::ReadTx& tx, const UserId& id) {
    auto user = auth::find_user(tx, id);
    if (!user) {
        throw Error(ErrorCode::not_found, "accounts.not_found");
    }
    return std::move(*user);
}

std::vector<auth::HeldRole> roles_of(const db::ReadTx& tx, const UserId& id) {
    auto roles = roles_from_today(tx, {id});
    return std::move(roles[id]);
}

/// The account, if the administrator may change it; otherwise it does not exist for them. A role
/// still to come counts: else who resets a password today would hold that role tomorrow.
auth::User get_changeable(const db::ReadTx& tx, const auth::Actor& actor, const UserId& id) {
    auto user = get_user(tx, id);
    if (!may_change(tx, actor, roles_of(tx, id))) {
        throw Error(ErrorCode::not_found, "accounts.not_found");
    }
    return user;
}

AccountView view(const db::ReadTx& tx, auth::User user) {
    auto roles = with_names(tx, roles_of(tx, user.id));
    return {std::move(user), std::move(roles)};
}

boost::json::object role_facts(const auth::HeldRole& role) {
    return {{"role", auth::to_string(role.role)},
            {"reach", auth::to_string(role.reach)},
            {"organisation_id", role.organisation.str()},
            {"valid_from", role.valid_from.iso()},
            {"valid_to", role.valid_to.iso()}};
}

}  // namespace

SessionView describe(const db::ReadTx& tx, const auth::Session& session) {
    SessionView out;
    out.user = get_user(tx, session.actor.user);
    out.roles = with_names(tx, auth::roles_of(tx, session.actor.user, tx.today()));
    if (session.actor.acting) {
        out.acting_role = session.actor.acting->id;
    }
    out.is_demonstration = is_demonstration(tx);
    out.today = tx.today();
    return out;
}

AccountView set_up(db::WriteTx& tx, const Setup& input, const std::string& password_hash) {
    auto user =
        auth::set_up_first_administrator(tx, input.token, input.administrator, password_hash);
    const auto organisation =
        organisations::create_first(tx, input.organisation_name, input.organisation_kind);
    auth::HeldRole role{{},
                        user.id,
                        organisation,
                        auth::Role::administrator,
                        auth::Reach::subtree,
                        tx.today(),
                        far_future()};
    role = auth::grant_role(tx, role);
    audit::record_system(tx,
                         {.action = "accounts.set_up",
                          .entity = "user",
                          .entity_id = user.id.str(),
                          .before = nullptr,
                          .after = role_facts(role),
                          .reason = {},
                          .parent_entity_id = organisation.str()});
    return view(tx, std::move(user));
}

std::vector<AccountView> list(const db::ReadTx& tx,
                              const auth::Actor& actor,
                              std::string_view search,
                              int limit,
                              int offset) {
    demand_administrator(actor);
    auto users = find_within_reach(tx, actor, search, limit, offset);
    std::vector<UserId> ids;
    ids.reserve(users.size());
    for (const auto& user : users) {
        ids.push_back(user.id);
    }
    std::vector<auth::HeldRole> all;
    for (auto& [user, roles] : roles_from_today(tx, ids)) {
        all.insert(all.end(), roles.begin(), roles.end());
    }
    std::map<UserId, std::vector<RoleView>> by_user;
    for (auto& role : with_names(tx, std::move(all))) {
        by_user[role.role.user].push_back(std::move(role));
    }
    std::vector<AccountView> out;
    out.reserve(users.size());
    for (auto& user : users) {
        auto roles = std::move(by_user[user.id]);
        out.push_back({std::move(user), std::move(roles)});
    }
    return out;
}

std::int64_t count(const db::ReadTx& tx, const auth::Actor& actor, std::string_view search) {
    demand_administrator(actor);
    return count_within_reach(tx, actor, search);
}

AccountView create(db::WriteTx& tx,
                   const auth::Actor& actor,
                   const auth::NewUser& input,
                   const std::string& password_hash) {
    demand_administrator(actor);
    auto user = auth::create_user(tx, input, password_hash);
    audit::record(tx,
                  actor,
                  {.action = "accounts.created",
                   .entity = "user",
                   .entity_id = user.id.str(),
                   .before = nullptr,
                   .after = boost::json::object{{"login", user.login}},
                   .reason = {},
                   .parent_entity_id = {}});
    return view(tx, std::move(user));
}

AccountView update(db::WriteTx& tx,
                   const auth::Actor& actor,
                   const UserId& user,
                   const AccountChange& change) {
    demand_administrator(actor);
    const auto before = get_changeable(tx, actor, user);
    if (user == actor.user && change.is_active && !*change.is_active) {
        throw Error(ErrorCode::invalid, "accounts.cannot_block_oneself");
    }
    boost::json::object was;
    boost::json::object now;
    if (change.is_active && *change.is_active != before.is_active) {
        auth::set_active(tx, user, *change.is_active);
        was["is_active"] = before.is_active;
        now["is_active"] = *change.is_active;
    }
    if (change.password_hash) {
        auth::set_password(tx, user, *change.password_hash, true);
        now["new_first_password"] = true;
    }
    if (now.empty()) {
        return view(tx, before);
    }
    audit::record(tx,
                  actor,
                  {.action = "accounts.changed",
                   .entity = "user",
                   .entity_id = user.str(),
                   .before = was,
                   .after = now,
                   .reason = {},
                   .parent_entity_id = {}});
    return view(tx, get_user(tx, user));
}

RoleView grant(db::WriteTx& tx, const auth::Actor& actor, const auth::HeldRole& role) {
    demand_administrator(actor);
    get_changeable(tx, actor, role.user);
    if (!organisations::reaches(tx, actor, role.organisation)) {
        throw Error(ErrorCode::not_found, "organisations.not_found");
    }
    if (!may_grant(actor, role)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    if (role.valid_to <= role.valid_from) {
        throw Error(ErrorCode::invalid,
                    "field.faults",
                    {{"/valid_to", "accounts.role_ends_before_it_begins", {}}});
    }
    const auto granted = auth::grant_role(tx, role);
    audit::record(tx,
                  actor,
                  {.action = "accounts.role_granted",
                   .entity = "user",
                   .entity_id = role.user.str(),
                   .before = nullptr,
                   .after = role_facts(granted),
                   .reason = {},
                   .parent_entity_id = {}});
    return with_names(tx, {granted}).front();
}

void end_role(db::WriteTx& tx, const auth::Actor& actor, const RoleId& role) {
    demand_administrator(actor);
    const auto held = auth::find_role(tx, role);
    if (!held || !organisations::reaches(tx, actor, held->organisation)) {
        throw Error(ErrorCode::not_found, "accounts.role_not_found");
    }
    if (actor.acting && actor.acting->id == role) {
        throw Error(ErrorCode::invalid, "accounts.cannot_end_own_role");
    }
    auth::end_role(tx, role);
    audit::record(tx,
                  actor,
                  {.action = "accounts.role_ended",
                   .entity = "user",
                   .entity_id = held->user.str(),
                   .before = role_facts(*held),
                   .after = nullptr,
                   .reason = {},
                   .parent_entity_id = {}});
}

}  // namespace hoiquan::accounts
