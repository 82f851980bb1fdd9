#include "platform/auth/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::auth;
using namespace hoiquan::auth::fixture;

namespace {

NewUser named(std::string login, std::string full_name = "Trần Thị B") {
    return {std::move(login), std::move(full_name), "", false};
}

Keys create_refused(db::Database& database, const NewUser& input) {
    return refusal(
        [&] { database.write([&](db::WriteTx& tx) { create_user(tx, input, "hash"); }); });
}

std::vector<std::string> held(db::Database& database, const UserId& user, const char* on) {
    return database.read([&](const db::ReadTx& tx) {
        std::vector<std::string> out;
        for (const auto& role : roles_of(tx, user, *Date::parse_iso(on))) {
            out.emplace_back(to_string(role.role));
        }
        return out;
    });
}

using Roles = std::vector<std::string>;

}  // namespace

TEST_CASE("create_user: all faults at once") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database);
        CHECK(create_refused(database, named("ab", " ")) ==
              Keys{"/login auth.bad_login", "/full_name auth.bad_full_name"});
        for (const char* bad : {"", "Admin", "có dấu", "a b c", "a@b.c", "a'b;--"}) {
            CAPTURE(bad);
            CHECK(create_refused(database, named(bad)) == Keys{"/login auth.bad_login"});
        }
        CHECK(create_refused(database, named(std::string(65, 'a'))) ==
              Keys{"/login auth.bad_login"});
        CHECK(create_refused(database, named("vanthu")) == Keys{"/login auth.login_taken"});
        CHECK(create_refused(database, named("le.thi-b_2", std::string(201, 'a'))) ==
              Keys{"/full_name auth.bad_full_name"});
    });
}

TEST_CASE("create_user: the first password is to be changed, the name is tidy") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto user = database.write([](db::WriteTx& tx) {
            return create_user(tx, named("le.thi-b_2", "  Lê  Thị\tB "), "hash");
        });
        CHECK(user.full_name == "Lê Thị B");
        CHECK(user.must_change_password);
        CHECK(user.is_active);
        CHECK(user.version == 1);
        CHECK_FALSE(user.last_seen_at);
        database.read([&](const db::ReadTx& tx) {
            CHECK(find_user(tx, user.id)->login == "le.thi-b_2");
            CHECK(find_user_by_login(tx, "le.thi-b_2")->id == user.id);
            CHECK_FALSE(find_user_by_login(tx, "LE.THI-B_2"));
            CHECK(count_users(tx) == 1);
            CHECK(list_users(tx).size() == 1);
        });
    });
}

TEST_CASE("roles: held from a day to a day, at a body, with a reach") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto user = add_user(database);
        grant(database, user, Role::officer, "2025-01-01", "2026-03-16");
        const auto clerk = grant(database, user, Role::clerk, "2026-03-16", "2026-06-01");
        grant(database, user, Role::administrator, "2026-06-01");
        CHECK(held(database, user, "2024-12-31") == Roles{});
        CHECK(held(database, user, "2026-03-15") == Roles{"officer"});
        CHECK(held(database, user, "2026-03-16") == Roles{"clerk"});
        CHECK(held(database, user, "2026-05-31") == Roles{"clerk"});
        CHECK(held(database, user, "2026-06-01") == Roles{"administrator"});
        const auto found =
            database.read([&](const db::ReadTx& tx) { return find_role(tx, clerk.id); });
        REQUIRE(found);
        CHECK(found->organisation == clerk.organisation);
        CHECK(found->reach == Reach::subtree);
        CHECK(found->user == user);
    });
}

TEST_CASE("end_role: from today on; what was is kept; never longer than before") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto user = add_user(database);
        const auto current = grant(database, user, Role::clerk, "2026-01-01");
        const auto past = grant(database, user, Role::leader, "2025-01-01", "2025-06-01");
        const auto future = grant(database, user, Role::monitor, "2027-01-01");
        const auto since_today = grant(database, user, Role::officer, "2026-03-16");
        for (const auto& role : {current, past, future, since_today}) {
            database.write([&](db::WriteTx& tx) { end_role(tx, role.id); });
        }
        CHECK(held(database, user, "2026-03-15") == Roles{"clerk"});
        CHECK(held(database, user, "2026-03-16") == Roles{});
        CHECK(held(database, user, "2025-05-31") == Roles{"leader"});
        CHECK(held(database, user, "2025-07-01") == Roles{});
        CHECK(held(database, user, "2027-01-01") == Roles{});
        CHECK(number(database, roles_recorded) == 6);
        CHECK(refusal([&] {
                  database.write([&](db::WriteTx& tx) { end_role(tx, current.id); });
              }) == Keys{"auth.role_not_found"});
    });
}

TEST_CASE("scope: body, reach and day of the acting role; without one, no body") {
    db::testing::on_each_engine([](db::Database& database) {
        Actor actor;
        actor.user = add_user(database);
        database.read([&](const db::ReadTx& tx) {
            auto params = scope_params(tx, actor);
            REQUIRE(params.size() == 3);
            CHECK(std::holds_alternative<std::monostate>(params[0].value()));
            CHECK(std::get<std::string>(params[1].value()) == "self");
            CHECK(std::get<std::string>(params[2].value()) == "2026-03-16");
        });
        actor.acting = grant(database, actor.user);
        database.read([&](const db::ReadTx& tx) {
            auto params = scoped(tx, actor, {7});
            REQUIRE(params.size() == 4);
            CHECK(std::get<std::string>(params[0].value()) == actor.organisation().str());
            CHECK(std::get<std::string>(params[1].value()) == "subtree");
            CHECK(std::get<std::int64_t>(params[3].value()) == 7);
        });
        CHECK(actor.is(Role::clerk));
        CHECK_FALSE(actor.is(Role::administrator));
    });
}

TEST_CASE("words: roles and reaches there and back") {
    for (const auto role :
         {Role::administrator, Role::clerk, Role::monitor, Role::officer, Role::leader}) {
        CHECK(parse_role(to_string(role)) == role);
    }
    CHECK_FALSE(parse_role("king"));
    CHECK(parse_reach("self") == Reach::self);
    CHECK(parse_reach("subtree") == Reach::subtree);
    CHECK_FALSE(parse_reach(""));
}

TEST_CASE("set-up: one link, once, within a day, and only while nobody is there") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto make = [&] {
            return database.write([](db::WriteTx& tx) { return make_setup_token(tx); });
        };
        const auto use = [&](const std::string& token, const std::string& login = "admin") {
            return refusal([&] {
                database.write([&](db::WriteTx& tx) {
                    set_up_first_administrator(tx, token, named(login), "hash");
                });
            });
        };
        const Keys refused{"auth.setup_link_invalid"};
        const auto old = make();
        at(database, made_at, -24 * 3600 - 1);
        const auto token = make();
        CHECK(token.size() == 43);
        CHECK(number(database, count_secrets, {token}) == 0);
        CHECK(use(old) == refused);
        CHECK(use("wrong") == refused);
        CHECK(use("") == refused);
        // A fault in the form does not use the link up.
        CHECK(use(token, "No") == Keys{"/login auth.bad_login"});
        CHECK(use(token).empty());
        CHECK(use(token, "second") == refused);
        CHECK(use(make(), "third") == refused);
        CHECK(database.read([](const db::ReadTx& tx) { return count_users(tx); }) == 1);
    });
}
