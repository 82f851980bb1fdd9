#include "accounts/accounts.h"

#include <algorithm>
#include <string>
#include <vector>

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include "accounts/json.h"
#include "accounts/policy.h"
#include "accounts/sql.h"
#include "base/error.h"
#include "platform/audit/audit.h"
#include "platform/db/testing.h"

namespace hoiquan::accounts {

namespace {

using auth::Reach;
using auth::Role;
using Keys = std::vector<std::string>;

constexpr const char* kFirstPassword = "Mat-khau-dau-1";
constexpr const char* kNewPassword = "Mat-khau-moi-2026";

/// The faults that the change meets, or its one key; empty when it passes.
template <class Change>
Keys faults_of(Change change) {
    try {
        change();
    } catch (const Error& error) {
        Keys keys;
        for (const auto& fault : error.faults()) {
            keys.push_back(fault.field + " " + fault.key);
        }
        return keys.empty() ? Keys{error.key()} : keys;
    }
    return {};
}

/// Argon2id at the least that libsodium allows: these tests hash often.
config::Settings settings() {
    config::Settings out;
    out.argon2_memory_bytes = 8192;
    return out;
}

const std::string& first_hash() {
    static const std::string hash =
        auth::hash_password(kFirstPassword, settings().argon2_memory_bytes);
    return hash;
}

/// A city with a ward under it, a neighbour, and an administrator of each.
struct City {
    OrganisationId committee;
    OrganisationId ward;
    OrganisationId neighbour;
    auth::Actor administrator;       ///< Of the city and all under it.
    auth::Actor ward_administrator;  ///< Of the ward alone.
    auth::Actor clerk;
};

auth::HeldRole role_at(const UserId& user,
                       const OrganisationId& organisation,
                       Role role,
                       Reach reach = Reach::self) {
    return {RoleId(),
            user,
            organisation,
            role,
            reach,
            Date::parse_iso("2026-01-01").value(),
            far_future()};
}

auth::Actor person(db::WriteTx& tx,
                   const std::string& login,
                   const OrganisationId& organisation,
                   Role role,
                   Reach reach = Reach::self) {
    auth::Actor actor;
    actor.user =
        auth::create_user(tx, {login, "Nguyễn Thị " + login, kFirstPassword, false}, first_hash())
            .id;
    actor.acting = auth::grant_role(tx, role_at(actor.user, organisation, role, reach));
    return actor;
}

City make_city(db::WriteTx& tx) {
    City out;
    out.committee = organisations::create_first(tx, "Thành ủy Sông Lam", "party_committee");
    out.neighbour = organisations::create_first(tx, "Thành ủy Núi Hồng", "party_committee");
    out.administrator = person(tx, "quantri", out.committee, Role::administrator, Reach::subtree);
    organisations::NewOrganisation ward;
    ward.name = "Đảng ủy phường Bến Đá";
    ward.kind = "party_committee";
    ward.valid_from = {tx.today(), DatePrecision::day};
    ward.led_by = out.committee;
    out.ward = organisations::create(tx, out.administrator, ward);
    out.ward_administrator = person(tx, "quantriphuong", out.ward, Role::administrator);
    out.clerk = person(tx, "vanthu", out.committee, Role::clerk);
    return out;
}

std::vector<std::string> logins(const std::vector<AccountView>& accounts) {
    std::vector<std::string> out;
    for (const auto& account : accounts) {
        out.push_back(account.user.login);
    }
    return out;
}

std::vector<std::string> actions(const db::ReadTx& tx, const std::string& id) {
    std::vector<std::string> out;
    for (const auto& event : audit::history(tx, id, 20, 0)) {
        out.push_back(event.action);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("every statement of accounts prepares on both engines") {
    db::testing::on_each_engine([](db::Database& database) {
        for (const auto* statement : sql::all) {
            db::testing::check_prepares(database, *statement);
        }
    });
}

TEST_CASE("policy: only an administrator manages accounts, and grants no wider reach than held") {
    for (const auto role :
         {Role::administrator, Role::clerk, Role::monitor, Role::officer, Role::leader}) {
        auth::Actor actor;
        actor.acting = role_at(UserId("x"), OrganisationId("y"), role, Reach::self);
        CHECK(may_manage_accounts(actor) == (role == Role::administrator));
        CHECK(may_grant(actor, role_at({}, {}, Role::clerk, Reach::self)));
        CHECK_FALSE(may_grant(actor, role_at({}, {}, Role::clerk, Reach::subtree)));
        actor.acting->reach = Reach::subtree;
        CHECK(may_grant(actor, role_at({}, {}, Role::clerk, Reach::subtree)));
    }
    CHECK_FALSE(may_manage_accounts({}));
    CHECK_FALSE(may_grant({}, role_at({}, {}, Role::clerk)));
}

TEST_CASE("set_up: the one-time link makes the first body and its administrator, once") {
    db::testing::on_each_engine([](db::Database& database) {
        Setup input;
        input.administrator = {"quantri", "Trần Thị Quản Trị", kFirstPassword, true};
        input.organisation_name = "Thành ủy Sông Lam";
        input.organisation_kind = "party_committee";
        const auto attempt = [&] {
            return faults_of(
                [&] { database.write([&](db::WriteTx& tx) { set_up(tx, input, first_hash()); }); });
        };
        input.token = std::string(43, 'x');
        CHECK(attempt() == Keys{"auth.setup_link_invalid"});
        input.token = database.write([](db::WriteTx& tx) { return auth::make_setup_token(tx); });
        input.organisation_kind = "castle";
        CHECK_FALSE(attempt().empty());
        input.organisation_kind = "party_committee";
        input.administrator.login = "A";
        CHECK(attempt() == Keys{"/login auth.bad_login"});
        // What was refused left the link as it was, and nothing else.
        database.read([](const db::ReadTx& tx) { CHECK(auth::count_users(tx) == 0); });
        input.administrator.login = "quantri";
        CHECK(attempt().empty());
        CHECK(attempt() == Keys{"auth.setup_link_invalid"});
        database.read([&](const db::ReadTx& tx) {
            const auto user = auth::find_user_by_login(tx, "quantri").value();
            CHECK_FALSE(user.must_change_password);
            const auto roles = auth::roles_of(tx, user.id, tx.today());
            REQUIRE(roles.size() == 1);
            CHECK(roles[0].role == Role::administrator);
            CHECK(roles[0].reach == Reach::subtree);
            CHECK(actions(tx, user.id.str()) == Keys{"accounts.set_up"});
            const auto body = organisations::ref(tx, roles[0].organisation, tx.today());
            CHECK(body.name == "Thành ủy Sông Lam");
        });
    });
}

TEST_CASE("set_up: a link is good for a day, and never once an account is there") {
    db::testing::on_each_engine([](db::Database& database) {
        Setup input;
        input.administrator = {"quantri", "Trần Thị Quản Trị", kFirstPassword, true};
        input.organisation_name = "Thành ủy Sông Lam";
        input.organisation_kind = "party_committee";
        database.write([&](db::WriteTx& tx) {
            constexpr const char* age = "UPDATE setup_token SET created_at = $1";
            const auto made_ago = [&](std::int64_t seconds) {
                tx.exec(db::Statement{"test/age", age, age}, {tx.now().plus_seconds(-seconds)});
            };
            input.token = auth::make_setup_token(tx);
            made_ago(24L * 3600 + 1);
            CHECK(faults_of([&] { set_up(tx, input, first_hash()); }) ==
                  Keys{"auth.setup_link_invalid"});
            made_ago(24L * 3600 - 60);
            auth::create_user(tx, {"khac", "Người Khác", "", false}, "-");
            CHECK(faults_of([&] { set_up(tx, input, first_hash()); }) ==
                  Keys{"auth.setup_link_invalid"});
        });
    });
}

TEST_CASE("session: who is signed in, the roles held today, the one acted in") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            auth::grant_role(tx, role_at(city.clerk.user, city.ward, Role::leader));
            auto ended = role_at(city.clerk.user, city.ward, Role::monitor);
            ended.valid_to = tx.today();
            auth::grant_role(tx, ended);
        });
        const auto signed_in =
            auth::sign_in(database, settings(), "VanThu", kFirstPassword, "10.0.0.1");
        const auto session = auth::find_session(database, settings(), signed_in.token).value();
        const auto view =
            database.read([&](const db::ReadTx& tx) { return describe(tx, session); });
        CHECK(view.user.login == "vanthu");
        REQUIRE(view.roles.size() == 2);
        CHECK(view.roles[0].organisation.name == "Thành ủy Sông Lam");
        CHECK(view.acting_role == view.roles[0].role.id);
        CHECK(view.user.must_change_password);
        CHECK_FALSE(view.is_demonstration);
        CHECK(view.today.iso() == "2026-03-16");
        const auto text = boost::json::serialize(to_json(view));
        CHECK(text.find("argon2") == std::string::npos);
        CHECK(text.find("password_hash") == std::string::npos);

        database.write([&](db::WriteTx& tx) {
            auth::act_as(tx, session, view.roles[1].role.id);
            mark_demonstration(tx);
        });
        const auto after = auth::find_session(database, settings(), signed_in.token).value();
        CHECK(after.actor.organisation() == city.ward);
        database.read([&](const db::ReadTx& tx) { CHECK(describe(tx, after).is_demonstration); });
        database.write([&](db::WriteTx& tx) {
            CHECK(faults_of([&] { auth::act_as(tx, after, city.administrator.acting->id); }) ==
                  Keys{"auth.role_not_found"});
            auth::sign_out(tx, after.id);
        });
        CHECK_FALSE(auth::find_session(database, settings(), signed_in.token));
    });
}

TEST_CASE("session: a new password ends the other sessions; the old one no longer opens") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) { make_city(tx); });
        const auto sign_in = [&](const char* password) {
            return auth::sign_in(database, settings(), "vanthu", password, "10.0.0.1");
        };
        const auto here = sign_in(kFirstPassword);
        const auto elsewhere = sign_in(kFirstPassword);
        const auto change = [&](const char* from, const char* to) {
            return faults_of(
                [&] { auth::change_password(database, settings(), here.session, from, to); });
        };
        CHECK(change("sai", kNewPassword) == Keys{"/old_password auth.old_password_wrong"});
        CHECK(change(kFirstPassword, kFirstPassword) ==
              Keys{"/new_password auth.password_unchanged"});
        CHECK_FALSE(change(kFirstPassword, "ngan").empty());
        CHECK(change(kFirstPassword, kNewPassword).empty());
        CHECK_FALSE(auth::find_session(database, settings(), elsewhere.token));
        const auto mine = auth::find_session(database, settings(), here.token);
        REQUIRE(mine);
        CHECK_FALSE(mine->actor.must_change_password);
        CHECK(faults_of([&] { sign_in(kFirstPassword); }) == Keys{"auth.wrong_login_or_password"});
        CHECK_FALSE(sign_in(kNewPassword).token.empty());
    });
}

TEST_CASE("create: by an administrator; all faults at once; the password stays out of the audit") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auth::NewUser good{"nguoi.moi", "Lê  Văn Mới", kFirstPassword, false};
            CHECK(faults_of([&] { create(tx, city.clerk, good, first_hash()); }) ==
                  Keys{"auth.wrong_role"});
            const auto made = create(tx, city.administrator, good, first_hash());
            CHECK(made.user.full_name == "Lê Văn Mới");
            CHECK(made.user.must_change_password);
            CHECK(made.roles.empty());
            CHECK(faults_of([&] { create(tx, city.administrator, good, first_hash()); }) ==
                  Keys{"/login auth.login_taken"});
            CHECK(faults_of([&] {
                      create(tx, city.administrator, {"Có dấu", "", "", false}, first_hash());
                  }) == Keys{"/login auth.bad_login", "/full_name auth.bad_full_name"});
            const auto events = audit::history(tx, made.user.id.str(), 10, 0);
            REQUIRE(events.size() == 1);
            CHECK(boost::json::serialize(events[0].after) == R"({"login":"nguoi.moi"})");
        });
    });
}

TEST_CASE("update: blocked at once, opened again; a new first password must be changed") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const auto& clerk = city.clerk.user;
        const auto change = [&](const AccountChange& input) {
            database.write([&](db::WriteTx& tx) { update(tx, city.administrator, clerk, input); });
        };
        const auto sign_in = [&](const char* password) {
            return auth::sign_in(database, settings(), "vanthu", password, "10.0.0.1");
        };
        const auto token = sign_in(kFirstPassword).token;
        change({false, std::nullopt});
        CHECK_FALSE(auth::find_session(database, settings(), token));
        CHECK(faults_of([&] { sign_in(kFirstPassword); }) == Keys{"auth.wrong_login_or_password"});
        change({true, std::nullopt});
        const auto second = sign_in(kFirstPassword).token;
        change({std::nullopt, auth::hash_password(kNewPassword, 8192)});
        CHECK_FALSE(auth::find_session(database, settings(), second));
        CHECK(sign_in(kNewPassword).session.actor.must_change_password);
        change({true, std::nullopt});  // Nothing changes: nothing is recorded.
        database.write([&](db::WriteTx& tx) {
            CHECK(actions(tx, clerk.str()) ==
                  Keys{"accounts.changed", "accounts.changed", "accounts.changed"});
            CHECK(boost::json::serialize(audit::history(tx, clerk.str(), 1, 0)[0].after) ==
                  R"({"new_first_password":true})");
            CHECK(
                faults_of([&] {
                    update(tx, city.administrator, city.administrator.user, {false, std::nullopt});
                }) == Keys{"accounts.cannot_block_oneself"});
            CHECK(faults_of([&] {
                      update(tx, city.clerk, clerk, {true, std::nullopt});
                  }) == Keys{"auth.wrong_role"});
        });
    });
}

TEST_CASE("scope: another body's account and role do not exist for the administrator") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto& ward = city.ward_administrator;
            const Keys hidden{"accounts.not_found"};
            const auto& clerk = city.clerk.user;
            CHECK(faults_of([&] { update(tx, ward, clerk, {false, std::nullopt}); }) == hidden);
            CHECK(faults_of([&] { grant(tx, ward, role_at(clerk, city.ward, Role::officer)); }) ==
                  hidden);
            CHECK(faults_of([&] { end_role(tx, ward, city.clerk.acting->id); }) ==
                  Keys{"accounts.role_not_found"});
            CHECK(faults_of([&] { update(tx, ward, tx.new_id<UserId>(), {}); }) == hidden);
            CHECK(faults_of([&] { end_role(tx, ward, tx.new_id<RoleId>()); }) ==
                  Keys{"accounts.role_not_found"});
            const auto stranger = person(tx, "nguoila", city.neighbour, Role::clerk);
            CHECK(faults_of([&] {
                      update(tx, city.administrator, stranger.user, {false, std::nullopt});
                  }) == hidden);
            // One role within reach does not open the account while another lies outside.
            auth::grant_role(tx, role_at(stranger.user, city.ward, Role::officer));
            CHECK(faults_of([&] {
                      update(tx, ward, stranger.user, {false, std::nullopt});
                  }) == hidden);
        });
    });
}

TEST_CASE("scope: a role still to come at another body closes the account too") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto user = auth::create_user(tx, {"sapden", "Người Sắp Đến", "", false}, "-").id;
            auto later = role_at(user, city.committee, Role::administrator, Reach::subtree);
            later.valid_from = tx.today().plus_days(1);
            auth::grant_role(tx, later);
            CHECK(faults_of([&] {
                      update(tx, city.ward_administrator, user, {std::nullopt, first_hash()});
                  }) == Keys{"accounts.not_found"});
            CHECK(list(tx, city.ward_administrator, "sapden", 10, 0).empty());
            const auto seen = list(tx, city.administrator, "sapden", 10, 0);
            REQUIRE(seen.size() == 1);
            CHECK(seen[0].roles.size() == 1);
        });
    });
}

TEST_CASE("grant, end_role: within reach, no wider than one's own, on a lawful span") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto user =
                create(tx, city.administrator, {"moi", "Người Mới", "", false}, "-").user.id;
            const auto granting = [&](const auth::Actor& actor, const auth::HeldRole& role) {
                return faults_of([&] { grant(tx, actor, role); });
            };
            const auto& ward = city.ward_administrator;
            CHECK(granting(city.clerk, role_at(user, city.committee, Role::clerk)) ==
                  Keys{"auth.wrong_role"});
            CHECK(granting(ward, role_at(user, city.committee, Role::clerk)) ==
                  Keys{"organisations.not_found"});
            CHECK(granting(ward, role_at(user, city.ward, Role::clerk, Reach::subtree)) ==
                  Keys{"auth.wrong_role"});
            auto backwards = role_at(user, city.ward, Role::clerk);
            backwards.valid_to = backwards.valid_from;
            CHECK(granting(ward, backwards) ==
                  Keys{"/valid_to accounts.role_ends_before_it_begins"});
            const auto view = grant(tx, ward, role_at(user, city.ward, Role::clerk));
            CHECK(view.organisation.name == "Đảng ủy phường Bến Đá");
            CHECK(auth::roles_of(tx, user, tx.today()).size() == 1);
            end_role(tx, city.administrator, view.role.id);
            CHECK(auth::roles_of(tx, user, tx.today()).empty());
            CHECK(auth::roles_of(tx, user, tx.today().plus_days(-1)).size() == 1);
            CHECK(actions(tx, user.str()) ==
                  Keys{"accounts.created", "accounts.role_granted", "accounts.role_ended"});
            CHECK(faults_of([&] { end_role(tx, city.administrator, view.role.id); }) ==
                  Keys{"accounts.role_not_found"});
            CHECK(faults_of([&] {
                      end_role(tx, city.administrator, city.administrator.acting->id);
                  }) == Keys{"accounts.cannot_end_own_role"});
        });
    });
}

TEST_CASE(
    "list: those within reach and those without a role; searched, paged, at a constant cost") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            person(tx, "nguoila", city.neighbour, Role::clerk);
            auth::create_user(tx, {"chuaco", "Đỗ Văn Chưa", "", false}, "-");
            const auto found = [&](const char* words) {
                const auto page = list(tx, city.administrator, words, 50, 0);
                CHECK(count(tx, city.administrator, words) ==
                      static_cast<std::int64_t>(page.size()));
                return logins(page);
            };
            CHECK(found("") == Keys{"chuaco", "quantri", "quantriphuong", "vanthu"});
            CHECK(logins(list(tx, city.ward_administrator, "", 50, 0)) ==
                  Keys{"chuaco", "quantriphuong"});
            CHECK(found("do van CHUA") == Keys{"chuaco"});
            CHECK(found("quan") == Keys{"quantri", "quantriphuong"});
            CHECK(found("nguoila").empty());
            CHECK(found("%").empty());
            CHECK(logins(list(tx, city.administrator, "", 2, 1)) ==
                  Keys{"quantri", "quantriphuong"});
            CHECK(faults_of([&] { list(tx, city.clerk, "", 50, 0); }) == Keys{"auth.wrong_role"});
            CHECK(faults_of([&] { count(tx, city.clerk, ""); }) == Keys{"auth.wrong_role"});
            const auto page = list(tx, city.administrator, "vanthu", 50, 0);
            CHECK(page.at(0).roles.at(0).organisation.name == "Thành ủy Sông Lam");
        });
        const auto cost = [&] {
            return database.read([&](const db::ReadTx& tx) {
                list(tx, city.administrator, "", 50, 0);
                return tx.statements_run();
            });
        };
        const int before = cost();
        database.write([&](db::WriteTx& tx) {
            for (int i = 0; i < 10; ++i) {
                person(tx, "canbo" + std::to_string(i), city.ward, Role::officer);
            }
        });
        CHECK(cost() == before);
    });
}

}  // namespace hoiquan::accounts
