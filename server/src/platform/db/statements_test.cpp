#include <doctest/doctest.h>

#include "platform/db/fixture_test.h"
#include "platform/db/migrations.h"
#include "platform/db/sql.h"

using namespace hoiquan;
using db::fixture::both;

TEST_CASE("statements: every one of this module prepares on both engines") {
    db::testing::on_each_empty_engine([](db::Database& database) {
        db::migrate(database, {});
        for (const db::Statement* statement : db::sql::all) {
            INFO(statement->name);
            CHECK_NOTHROW(db::testing::check_prepares(database, *statement));
        }
    });
}

TEST_CASE("statements: SQLite numbers $k by appearance, so another order is refused") {
    db::fixture::on_each_engine([](db::Database& database) {
        if (database.engine() == db::Engine::sqlite) {
            for (const char* sql : {"SELECT n FROM thing WHERE n = $2 AND id = $1",
                                    "SELECT n FROM thing WHERE n = $2",
                                    "SELECT n FROM thing WHERE n = ?",
                                    "SELECT n FROM thing WHERE n = :n"}) {
                CHECK_THROWS_AS(db::testing::check_prepares(database, both("wrong", sql)),
                                std::logic_error);
            }
        }
        const auto right =
            both("right", "SELECT n FROM thing WHERE id = $1 AND (n = $2 OR t = $1)");
        CHECK_NOTHROW(db::testing::check_prepares(database, right));
    });
}

TEST_CASE("statements: nonsense, two statements and none are refused by name") {
    db::fixture::on_each_engine([](db::Database& database) {
        for (const char* sql : {"SELECT nothing FROM thing", "SELECT 1; SELECT 2"}) {
            CHECK_THROWS_WITH_AS(db::testing::check_prepares(database, both("tasks/wrong", sql)),
                                 doctest::Contains("tasks/wrong"),
                                 std::exception);
        }
        // The connection is sound afterwards.
        CHECK(database.read(
                  [](const db::ReadTx& tx) { return tx.integer(db::fixture::count, {}); }) == 0);
    });
}

TEST_CASE("statements: the number of values must be the number of placeholders") {
    db::fixture::on_each_engine([](db::Database& database) {
        const auto with = [&](const db::Params& params) {
            return database.read(
                [&](const db::ReadTx& tx) { return tx.exists(db::fixture::find, params); });
        };
        CHECK_THROWS(with({}));
        CHECK_THROWS(with({"a", "b"}));
        CHECK_FALSE(with({"a"}));
    });
}

TEST_CASE(
    "statements: a cached one serves again, even inside its own rows, and never for another text") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            for (const char* id : {"a", "b", "c"}) {
                db::fixture::add(tx, id, 1);
            }
            int pairs = 0;
            const auto count_pairs = [&pairs](const db::Row&) { ++pairs; };
            tx.each(db::fixture::list, {}, [&](const db::Row&) {
                tx.each(db::fixture::list, {}, count_pairs);
            });
            CHECK(pairs == 9);
        });
        std::string text = "SELECT 1";
        const auto run = [&] {
            return database.read(
                [&](const db::ReadTx& tx) { return tx.integer(both("changing", text), {}); });
        };
        CHECK(run() == 1);
        text[7] = '2';
        CHECK(run() == 2);
        CHECK(run() == 2);
    });
}

TEST_CASE("statements: exec tells how many rows changed, a read counts the statements") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            db::fixture::add(tx, "a", 1);
            CHECK(tx.exec(db::fixture::set_number, {2, "a"}) == 1);
            CHECK(tx.exec(db::fixture::set_number, {2, "a"}) == 0);
            CHECK(tx.exec(db::fixture::set_number, {2, "z"}) == 0);
            CHECK(tx.exec(db::fixture::list, {}) == 0);
            CHECK(tx.statements_run() == 5);
            const auto returned =
                both("returning", "UPDATE thing SET n = n + 1 WHERE id = $1 RETURNING n");
            CHECK(tx.integer(returned, {"a"}) == 3);
        });
    });
}

TEST_CASE("statements: LIKE minds capitals and a quoted name is never text, on both engines") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) { db::fixture::add(tx, "abc", 1); });
        database.read([](const db::ReadTx& tx) {
            const auto like = both("like", "SELECT 1 FROM thing WHERE id LIKE $1");
            CHECK(tx.exists(like, {"ab%"}));
            CHECK_FALSE(tx.exists(like, {"AB%"}));
        });
        CHECK_THROWS(db::testing::check_prepares(database,
                                                 both("quoted", "SELECT \"misspelt\" FROM thing")));
    });
}

TEST_CASE("statements: text is ordered by its bytes on both engines") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            for (const char* id : {"b", "Z", "a", "đ", "B", "_"}) {
                db::fixture::add(tx, id, 1);
            }
        });
        const auto ids = database.read([](const db::ReadTx& tx) {
            return tx.list(
                db::fixture::list, {}, [](const db::Row& row) { return row.get<std::string>(0); });
        });
        CHECK(ids == std::vector<std::string>{"B", "Z", "_", "a", "b", "đ"});
    });
}
