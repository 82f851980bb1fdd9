// What concerns PostgreSQL alone: lost connections, settings.
#include <doctest/doctest.h>

#include "base/error.h"
#include "platform/db/fixture_test.h"

using namespace hoiquan;
using db::fixture::both;

namespace {

void on_postgres(const std::function<void(db::Database&)>& f) {
    db::fixture::on_each_engine([&f](db::Database& database) {
        if (database.engine() == db::Engine::postgres) {
            f(database);
        }
    });
}

/// As a restart of the server would.
void cut_every_other_connection(db::Database& database) {
    const auto cut = both("cut",
                          "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity "
                          "WHERE datname = current_database() AND pid <> pg_backend_pid()");
    database.read([&](const db::ReadTx& tx) { CHECK(tx.integer(cut, {}) >= 1); });
}

std::string setting(db::Database& database, std::string_view name) {
    const auto current = both("setting", "SELECT current_setting($1)");
    const auto text = [](const db::Row& row) { return row.get<std::string>(0); };
    return database.read(
        [&](const db::ReadTx& tx) { return tx.find(current, {name}, text).value(); });
}

}  // namespace

TEST_CASE("postgres: a connection lost in a transaction is an error, the next one is new") {
    on_postgres([](db::Database& database) {
        const auto interrupted = [&](db::WriteTx& tx) {
            db::fixture::add(tx, "a", 1);
            cut_every_other_connection(database);
            db::fixture::add(tx, "b", 1);
        };
        try {
            database.write(interrupted);
            FAIL("the loss went unnoticed");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::unavailable);
            CHECK(error.key() == "db.unreachable");
        }
        database.write([](db::WriteTx& tx) { db::fixture::add(tx, "c", 1); });
        CHECK(database.read(
                  [](const db::ReadTx& tx) { return tx.integer(db::fixture::count, {}); }) == 1);
    });
}

TEST_CASE("postgres: a connection lost while it lay idle is replaced without a word") {
    on_postgres([](db::Database& database) {
        database.read([&](const db::ReadTx& outer) {
            CHECK(outer.integer(db::fixture::count, {}) == 0);
            database.read(
                [&](const db::ReadTx& tx) { CHECK(tx.integer(db::fixture::count, {}) == 0); });
        });
        cut_every_other_connection(database);
        database.read([&](const db::ReadTx& outer) {
            CHECK(outer.integer(db::fixture::count, {}) == 0);
            database.write([](db::WriteTx& tx) { db::fixture::add(tx, "a", 1); });
        });
    });
}

TEST_CASE("postgres: settings that answers rely on") {
    on_postgres([](db::Database& database) {
        CHECK(setting(database, "synchronous_commit") == "on");
        CHECK(setting(database, "bytea_output") == "hex");
        CHECK(setting(database, "lock_timeout") == "10s");
        CHECK(setting(database, "transaction_isolation") == "repeatable read");
        CHECK(setting(database, "transaction_read_only") == "on");
        const auto current = both("isolation", "SELECT current_setting('transaction_isolation')");
        const auto text = [](const db::Row& row) { return row.get<std::string>(0); };
        CHECK(database.write([&](db::WriteTx& tx) { return tx.find(current, {}, text); }) ==
              "serializable");
    });
}

TEST_CASE("postgres: an unknown server is unavailable and the password is not repeated") {
    db::Options options;
    options.url = "postgresql://somebody:secret@127.0.0.1:1/nothing";
    try {
        db::Database::open(options, config::system_clock());
        FAIL("it opened");
    } catch (const Error& error) {
        CHECK(error.key() == "db.unreachable");
        CHECK_FALSE(error.detail().empty());
        CHECK(error.detail().find("secret") == std::string::npos);
    }
}

TEST_CASE("postgres: numbers and truth values of the server's own types are read") {
    on_postgres([](db::Database& database) {
        database.read([](const db::ReadTx& tx) {
            CHECK(tx.integer(both("sum", "SELECT SUM(n) FROM (VALUES (1::bigint), (2)) AS v (n)"),
                             {}) == 3);
            CHECK(tx.integer(both("truth", "SELECT 1 = 1"), {}) == 1);
            CHECK_THROWS(tx.integer(both("fraction", "SELECT 1.5"), {}));
        });
    });
}
