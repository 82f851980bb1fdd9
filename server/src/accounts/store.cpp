#include "accounts/store.h"

#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "accounts/accounts.h"
#include "accounts/sql.h"
#include "base/text.h"

namespace hoiquan::accounts {

namespace {

/// What is typed is found as it stands: wildcards are letters like any other.
std::string like(std::string_view search) {
    std::string pattern = "%";
    for (const char c : fold(search)) {
        pattern += (c == '%' || c == '_' || c == '\\') ? std::string{'\\', c} : std::string{c};
    }
    return pattern + "%";
}

auth::User user_from(const db::Row& row) {
    return {row.get<UserId>(0),
            row.get<std::string>(1),
            row.get<std::string>(2),
            row.get<bool>(3),
            row.get<bool>(4),
            row.get<std::int64_t>(5),
            row.get<Instant>(6),
            row.get<std::optional<Instant>>(7)};
}

auth::HeldRole role_from(const db::Row& row) {
    return {row.get<RoleId>(0),
            row.get<UserId>(1),
            row.get<OrganisationId>(2),
            auth::parse_role(row.text(3)).value_or(auth::Role::officer),
            auth::parse_reach(row.text(4)).value_or(auth::Reach::self),
            row.get<Date>(5),
            row.get<Date>(6)};
}

}  // namespace

std::vector<auth::User> find_within_reach(const db::ReadTx& tx,
                                          const auth::Actor& actor,
                                          std::string_view search,
                                          int limit,
                                          int offset) {
    return tx.list(sql::list, auth::scoped(tx, actor, {like(search), limit, offset}), user_from);
}

std::map<UserId, std::vector<auth::HeldRole>> roles_from_today(const db::ReadTx& tx,
                                                               const std::vector<UserId>& users) {
    boost::json::array wanted;
    for (const auto& user : users) {
        wanted.emplace_back(user.str());
    }
    std::map<UserId, std::vector<auth::HeldRole>> out;
    if (wanted.empty()) {
        return out;
    }
    tx.each(sql::list_roles, {boost::json::serialize(wanted), tx.today()}, [&](const db::Row& row) {
        auto role = role_from(row);
        out[role.user].push_back(std::move(role));
    });
    return out;
}

std::int64_t count_within_reach(const db::ReadTx& tx,
                                const auth::Actor& actor,
                                std::string_view search) {
    return tx.integer(sql::count, auth::scoped(tx, actor, {like(search)}));
}

bool is_demonstration(const db::ReadTx& tx) {
    return tx.exists(sql::is_demonstration, {});
}

void mark_demonstration(db::WriteTx& tx) {
    tx.exec(sql::mark_demonstration, {tx.today(), tx.now()});
}

}  // namespace hoiquan::accounts
