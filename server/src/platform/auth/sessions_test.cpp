#include <set>

#include "platform/auth/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::auth;
using namespace hoiquan::auth::fixture;

TEST_CASE("sign_in: a session with a token of its own, of which only the hash is stored") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto user = add_user(database);
        const auto role = grant(database, user);
        const auto one = enter(database);
        const auto two = enter(database, "VanThu");
        CHECK(one.token.size() == 43);
        CHECK(one.token != two.token);
        CHECK(one.session.id != two.session.id);
        CHECK(one.session.actor.user == user);
        CHECK(one.session.actor.acting->id == role.id);
        CHECK(number(database, count_secrets, {one.token}) == 0);
        const auto found = session_of(database, one.token);
        REQUIRE(found);
        CHECK(found->id == one.session.id);
        CHECK(found->actor.user == user);
        CHECK(found->actor.acting->organisation == role.organisation);
        CHECK_FALSE(session_of(database, ""));
        CHECK_FALSE(session_of(database, one.token + "x"));
        CHECK_FALSE(session_of(database, one.session.id.str()));
        CHECK(database.read([&](const db::ReadTx& tx) { return find_user(tx, user); })
                  ->last_seen_at.has_value());
    });
}

TEST_CASE("sign_in: a wrong login, a wrong password and a closed account are the same") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto closed = add_user(database, "closed");
        database.write([&](db::WriteTx& tx) { set_active(tx, closed, false); });
        add_user(database);
        const Keys wrong{"auth.wrong_login_or_password"};
        CHECK(refusal([&] { enter(database, "vanthu", "một câu khác"); }) == wrong);
        CHECK(refusal([&] { enter(database, "nobody"); }) == wrong);
        CHECK(refusal([&] { enter(database, "closed"); }) == wrong);
        CHECK(refusal([&] { enter(database, ""); }) == wrong);
        CHECK(refusal([&] { enter(database, std::string("a\0b", 3)); }) == wrong);
        CHECK(refusal([&] { enter(database, std::string(1'000'000, 'a')); }) == wrong);
        CHECK(refusal([&] { enter(database, "' OR 1=1 --"); }) == wrong);
        CHECK(number(database, count_sessions) == 0);
        // One for each login that may exist, one for all that cannot, one for the address.
        CHECK(number(database, count_throttles) == 5);
    });
}

TEST_CASE("sessions: end when idle, when their day is over, and on sign-out") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database);
        const auto in = enter(database);
        const std::int64_t idle = settings().session_idle_minutes * 60;
        at(database, seen_at, -idle + 5);
        CHECK(session_of(database, in.token));
        at(database, seen_at, -idle - 1);
        CHECK_FALSE(session_of(database, in.token));
        at(database, seen_at, 0);
        CHECK(session_of(database, in.token));
        at(database, expires_at, -1);
        CHECK_FALSE(session_of(database, in.token));
        database.write([](db::WriteTx& tx) { remove_expired_sessions(tx); });
        CHECK(number(database, count_sessions) == 0);
        const auto again = enter(database);
        CHECK(again.session.expires_at >
              now(database).plus_seconds(settings().session_hours * 3600 - 60));
        const auto other = enter(database);
        database.write([&](db::WriteTx& tx) { sign_out(tx, again.session.id); });
        CHECK_FALSE(session_of(database, again.token));
        CHECK(session_of(database, other.token));
    });
}

TEST_CASE("sessions: use keeps them alive, written down once a minute at most") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database);
        const auto in = enter(database);
        const auto seen = [&] {
            return *database.read([](const db::ReadTx& tx) {
                return tx.find(
                    last_seen, {}, [](const db::Row& row) { return row.get<Instant>(0); });
            });
        };
        const auto first = seen();
        session_of(database, in.token);
        CHECK(seen() == first);
        at(database, seen_at, -120);
        session_of(database, in.token);
        CHECK(seen() > now(database).plus_seconds(-30));
    });
}

TEST_CASE("roles: the session acts in one, chosen, and only while it holds") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto user = add_user(database);
        const auto stranger = add_user(database, "other");
        const auto leader = grant(database, user, Role::leader);
        const auto clerk = grant(database, user, Role::clerk);
        const auto ended = grant(database, user, Role::monitor, "2025-01-01", "2026-03-16");
        const auto others = grant(database, stranger, Role::administrator);
        const auto in = enter(database);
        CHECK(in.session.actor.is(Role::clerk));
        const auto act = [&](const RoleId& role) {
            return refusal(
                [&] { database.write([&](db::WriteTx& tx) { act_as(tx, in.session, role); }); });
        };
        CHECK(act(leader.id).empty());
        CHECK(session_of(database, in.token)->actor.acting->id == leader.id);
        for (const auto& none : {ended.id, others.id, RoleId("none")}) {
            CHECK(act(none) == Keys{"auth.role_not_found"});
        }
        CHECK(session_of(database, in.token)->actor.acting->id == leader.id);
        database.write([&](db::WriteTx& tx) { end_role(tx, leader.id); });
        CHECK(session_of(database, in.token)->actor.acting->id == clerk.id);
        database.write([&](db::WriteTx& tx) { end_role(tx, clerk.id); });
        CHECK_FALSE(session_of(database, in.token)->actor.acting);
        CHECK(session_of(database, in.token)->actor.organisation().empty());
    });
}

TEST_CASE("change_password: forced at first, ends the other sessions, keeps this one") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database, "vanthu", true);
        const auto here = enter(database);
        const auto elsewhere = enter(database);
        CHECK(here.session.actor.must_change_password);
        CHECK(session_of(database, here.token)->actor.must_change_password);
        const auto change = [&](const std::string& from, const std::string& to) {
            return refusal([&] { change_password(database, settings(), here.session, from, to); });
        };
        CHECK(change("một câu khác", "câu mới hoàn toàn") ==
              Keys{"/old_password auth.old_password_wrong"});
        CHECK(change(password, password) == Keys{"/new_password auth.password_unchanged"});
        CHECK(change(password, "ngắn") == Keys{"/new_password auth.password_too_short"});
        CHECK(session_of(database, elsewhere.token));
        CHECK(change(password, "câu mới hoàn toàn").empty());
        CHECK_FALSE(session_of(database, here.token)->actor.must_change_password);
        CHECK_FALSE(session_of(database, elsewhere.token));
        CHECK(refusal([&] { enter(database); }) == Keys{"auth.wrong_login_or_password"});
        CHECK_FALSE(
            enter(database, "vanthu", "câu mới hoàn toàn").session.actor.must_change_password);
    });
}

TEST_CASE("change_password: the old one cannot be guessed without end") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database);
        const auto in = enter(database);
        const auto guess = [&] {
            return refusal([&] {
                change_password(
                    database, settings(), in.session, "đoán mò thôi", "câu mới hoàn toàn");
            });
        };
        for (int i = 0; i < 5; ++i) {
            CHECK(guess() == Keys{"/old_password auth.old_password_wrong"});
        }
        CHECK(guess() == Keys{" auth.throttled"});
    });
}

TEST_CASE("set_password and set_active end every session of the account") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto user = add_user(database);
        add_user(database, "other");
        const auto in = enter(database);
        const auto other = enter(database, "other");
        const auto hash = hash_password("câu mới hoàn toàn", settings().argon2_memory_bytes);
        database.write([&](db::WriteTx& tx) { set_password(tx, user, hash, true); });
        CHECK_FALSE(session_of(database, in.token));
        const auto again = enter(database, "vanthu", "câu mới hoàn toàn");
        CHECK(again.session.actor.must_change_password);
        database.write([&](db::WriteTx& tx) { set_active(tx, user, false); });
        CHECK_FALSE(session_of(database, again.token));
        database.write([&](db::WriteTx& tx) { set_active(tx, user, true); });
        CHECK_FALSE(session_of(database, again.token));
        CHECK(session_of(database, other.token));
    });
}

namespace {

/// The answer to a wrong password: the key, and after how long it is worth trying again.
std::pair<std::string, int> try_wrong(db::Database& database,
                                      const std::string& login,
                                      const std::string& address = "10.0.0.1") {
    try {
        enter(database, login, "một câu khác", address);
    } catch (const Error& error) {
        return {error.key(), error.retry_after_seconds()};
    }
    return {};
}

}  // namespace

TEST_CASE("throttling: an account waits longer each time after five failures") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database);
        add_user(database, "other");
        for (int i = 0; i < 5; ++i) {
            CHECK(try_wrong(database, "vanthu").first == "auth.wrong_login_or_password");
        }
        int longest = 0;
        for (const int expected : {2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            CAPTURE(expected);
            const auto [key, seconds] = try_wrong(database, "vanthu");
            CHECK(key == "auth.throttled");
            CHECK(seconds <= expected + 1);
            CHECK(seconds >= std::max(expected - 1, longest - 1));
            longest = seconds;
            at(database, unblock, -1);
            CHECK(try_wrong(database, "vanthu").first == "auth.wrong_login_or_password");
        }
        // The right password does not help while it lasts, from nowhere; others are not touched.
        CHECK(refusal([&] { enter(database); }) == Keys{" auth.throttled"});
        CHECK(refusal([&] { enter(database, "vanthu", password, "10.9.9.9"); }) ==
              Keys{" auth.throttled"});
        CHECK_FALSE(enter(database, "other").token.empty());
        at(database, unblock, -1);
        CHECK_FALSE(enter(database).token.empty());
        // Success clears the account.
        CHECK(try_wrong(database, "vanthu").first == "auth.wrong_login_or_password");
        CHECK_FALSE(enter(database).token.empty());
    });
}

TEST_CASE("throttling: an account that does not exist waits just the same") {
    db::testing::on_each_engine([](db::Database& database) {
        for (int i = 0; i < 5; ++i) {
            CHECK(try_wrong(database, "nobody").first == "auth.wrong_login_or_password");
        }
        CHECK(try_wrong(database, "nobody").first == "auth.throttled");
    });
}

TEST_CASE("throttling: an address has fifty tries over all accounts, a household one count") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database);
        CHECK(try_wrong(database, "first-one", "2001:db8::1").first ==
              "auth.wrong_login_or_password");
        database.write([](db::WriteTx& tx) { tx.exec(fail_often, {49}); });
        CHECK(try_wrong(database, "another", "2001:db8::2").first ==
              "auth.wrong_login_or_password");
        CHECK(try_wrong(database, "and-one-more", "2001:db8::3").first == "auth.throttled");
        CHECK(refusal([&] { enter(database, "vanthu", password, "2001:db8::4"); }) ==
              Keys{" auth.throttled"});
        CHECK_FALSE(enter(database, "vanthu", password, "2001:db8:0:1::4").token.empty());
    });
}

TEST_CASE("throttling: failures are forgiven one by one, and forgotten after a day") {
    db::testing::on_each_engine([](db::Database& database) {
        add_user(database);
        for (int i = 0; i < 5; ++i) {
            try_wrong(database, "vanthu");
        }
        // Two of the five are forgiven after two hours: two more are free.
        at(database, failed_at, -2 * 3600 - 1);
        CHECK(try_wrong(database, "vanthu").first == "auth.wrong_login_or_password");
        CHECK(try_wrong(database, "vanthu").first == "auth.wrong_login_or_password");
        CHECK(try_wrong(database, "vanthu").first == "auth.throttled");
        at(database, failed_at, -24 * 3600 - 1);
        database.write([](db::WriteTx& tx) { remove_expired_sessions(tx); });
        CHECK(number(database, count_throttles) == 0);
    });
}
