#include <atomic>
#include <chrono>
#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.h"
#include "platform/db/fixture_test.h"

using namespace hoiquan;
using namespace std::chrono_literals;

namespace {

std::int64_t count(db::Database& database) {
    return database.read([](const db::ReadTx& tx) { return tx.integer(db::fixture::count, {}); });
}

void increment(db::WriteTx& tx) {
    const auto n = tx.integer(db::fixture::number, {"counter"});
    tx.exec(db::fixture::set_number, {n + 1, "counter"});
}

db::Constraint violated(db::Database& database, const std::function<void(db::WriteTx&)>& f) {
    try {
        database.write(f);
    } catch (const db::ConstraintViolation& violation) {
        return violation.kind();
    }
    FAIL("no constraint was violated");
    return db::Constraint::other;
}

}  // namespace

TEST_CASE("transactions: an exception leaves nothing behind") {
    db::fixture::on_each_engine([](db::Database& database) {
        const auto half = [](db::WriteTx& tx) {
            db::fixture::add(tx, "a", 1);
            throw Error(ErrorCode::conflict, "tasks.changed");
        };
        CHECK_THROWS_AS(database.write(half), Error);
        CHECK(count(database) == 0);
        database.write([](db::WriteTx& tx) { db::fixture::add(tx, "a", 1); });
        CHECK(count(database) == 1);
    });
}

TEST_CASE("transactions: an exception of a row callback is the caller's own") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            db::fixture::add(tx, "a", 1);
            const auto thrower = [](const db::Row&) { throw std::runtime_error("mine"); };
            CHECK_THROWS_WITH(tx.each(db::fixture::list, {}, thrower), "mine");
            db::fixture::add(tx, "b", 1);
        });
        CHECK(count(database) == 2);
    });
}

TEST_CASE("transactions: each kind of constraint is told apart") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) { db::fixture::add(tx, "a", 1); });
        const auto twice = [](db::WriteTx& tx) { db::fixture::add(tx, "a", 1); };
        const auto orphan = [](db::WriteTx& tx) { tx.exec(db::fixture::insert_part, {"nobody"}); };
        const auto empty = [](db::WriteTx& tx) {
            tx.exec(db::fixture::insert_part, {std::nullopt});
        };
        const auto negative = [](db::WriteTx& tx) { db::fixture::add(tx, "b", -1); };
        const auto needed = [](db::WriteTx& tx) {
            tx.exec(db::fixture::insert_part, {"a"});
            tx.exec(db::fixture::remove, {"a"});
        };
        CHECK(violated(database, twice) == db::Constraint::unique);
        CHECK(violated(database, orphan) == db::Constraint::foreign_key);
        CHECK(violated(database, empty) == db::Constraint::not_null);
        CHECK(violated(database, negative) == db::Constraint::check);
        CHECK(violated(database, needed) == db::Constraint::foreign_key);
        CHECK(count(database) == 1);
    });
}

TEST_CASE("transactions: after a failed statement nothing is committed, whoever caught it") {
    db::fixture::on_each_engine([](db::Database& database) {
        const auto careless = [](db::WriteTx& tx) {
            db::fixture::add(tx, "a", 1);
            CHECK_THROWS_AS(db::fixture::add(tx, "a", 1), db::ConstraintViolation);
            CHECK_THROWS_AS(db::fixture::add(tx, "b", 1), db::ConstraintViolation);
        };
        CHECK_THROWS_AS(database.write(careless), db::ConstraintViolation);
        CHECK(count(database) == 0);
        CHECK_NOTHROW(database.write([](db::WriteTx& tx) { db::fixture::add(tx, "a", 1); }));
    });
}

TEST_CASE("transactions: a read cannot write") {
    db::fixture::on_each_engine([](db::Database& database) {
        const auto sly = [](const db::ReadTx& tx) {
            tx.each(db::fixture::insert, {"a", 1, 1.0, "", std::nullopt}, [](const db::Row&) {});
        };
        CHECK_THROWS(database.read(sly));
        CHECK(count(database) == 0);
    });
}

TEST_CASE("transactions: a reader neither waits for a writer nor sees its unfinished work") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) { db::fixture::add(tx, "a", 1); });
        database.read([&](const db::ReadTx& reader) {
            CHECK(reader.integer(db::fixture::count, {}) == 1);
            database.write([&](db::WriteTx& writer) {
                db::fixture::add(writer, "b", 1);
                CHECK(count(database) == 1);
                CHECK(reader.integer(db::fixture::count, {}) == 1);
            });
            // Its snapshot is that of its first read, though others see the change at once.
            CHECK(reader.integer(db::fixture::count, {}) == 1);
            CHECK(count(database) == 2);
        });
    });
}

TEST_CASE("transactions: now() stands still, ids rise") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const Instant now = tx.now();
            std::string last;
            for (int i = 0; i < 100; ++i) {
                const auto id = tx.new_id<TaskId>();
                CHECK(is_uuid(id.str()));
                CHECK(last < id.str());
                last = id.str();
            }
            std::this_thread::sleep_for(2ms);
            CHECK(tx.now() == now);
        });
    });
}

TEST_CASE("transactions: eight writers lose no increment") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) { db::fixture::add(tx, "counter", 0); });
        std::atomic<int> failed = 0;
        const auto work = [&] {
            for (int i = 0; i < 100; ++i) {
                try {
                    database.write(increment);
                } catch (const std::exception&) {
                    ++failed;
                }
            }
        };
        std::vector<std::thread> writers;
        for (int i = 0; i < 8; ++i) {
            writers.emplace_back(work);
        }
        for (std::thread& writer : writers) {
            writer.join();
        }
        CHECK(failed == 0);
        const auto n = database.read(
            [](const db::ReadTx& tx) { return tx.integer(db::fixture::number, {"counter"}); });
        CHECK(n == 800);
    });
}

TEST_CASE("transactions: the slower of two that read before they write is run again (PostgreSQL)") {
    db::fixture::on_each_engine([](db::Database& database) {
        if (database.engine() != db::Engine::postgres) {
            return;
        }
        database.write([](db::WriteTx& tx) { db::fixture::add(tx, "counter", 0); });
        std::latch both_have_read(2);
        std::atomic<int> runs = 0;
        const auto work = [&] {
            bool first = true;
            database.write([&](db::WriteTx& tx) {
                ++runs;
                const auto n = tx.integer(db::fixture::number, {"counter"});
                if (std::exchange(first, false)) {
                    both_have_read.arrive_and_wait();
                }
                try {
                    tx.exec(db::fixture::set_number, {n + 1, "counter"});
                } catch (const std::exception&) {
                    // A service may say it in its own words; the layer runs it again all the same.
                    throw Error(ErrorCode::conflict, "tasks.changed");
                }
            });
        };
        std::thread other(work);
        work();
        other.join();
        CHECK(runs == 3);
        const auto n = database.read(
            [](const db::ReadTx& tx) { return tx.integer(db::fixture::number, {"counter"}); });
        CHECK(n == 2);
    });
}
