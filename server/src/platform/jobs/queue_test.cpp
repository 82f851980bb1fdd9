#include <doctest/doctest.h>

#include "base/error.h"
#include "platform/jobs/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::jobs;
using namespace hoiquan::jobs::fixture;

TEST_CASE("enqueue: lives and dies with the transaction of the change") {
    db::testing::on_each_engine([](db::Database& database) {
        CHECK_THROWS_AS(database.write([](db::WriteTx& tx) {
            enqueue(tx, "work", "{}");
            throw Error(ErrorCode::conflict, "http.conflict");
        }),
                        Error);
        CHECK(number(database, count) == 0);
        const auto id = add(database);
        const auto job = job_of(database, id);
        CHECK(job.kind == "work");
        CHECK(job.payload_json == R"({"n":1})");
        CHECK(job.state == State::waiting);
        CHECK(job.attempts == 0);
        CHECK_FALSE(database.read([](const db::ReadTx& tx) { return find(tx, JobId("none")); }));
    });
}

TEST_CASE("enqueue: one job for a key while it waits or runs") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto first = add(database, "work", std::nullopt, "rebuild");
        CHECK(add(database, "work", std::nullopt, "rebuild") == first);
        CHECK(add(database, "work", std::nullopt, "other") != first);
        const auto running = take(database);
        REQUIRE(running->id == first);
        CHECK(add(database, "work", std::nullopt, "rebuild") == first);
        database.write([&](db::WriteTx& tx) { finish(tx, *running); });
        CHECK(add(database, "work", std::nullopt, "rebuild") != first);
    });
}

TEST_CASE("take_next: due ones in order of their time, each once") {
    db::testing::on_each_engine([](db::Database& database) {
        CHECK_FALSE(take(database));
        const auto now = database.read([](const db::ReadTx& tx) { return tx.now(); });
        const auto later = add(database, "work", now.plus_seconds(-10));
        const auto earlier = add(database, "work", now.plus_seconds(-20));
        add(database, "work", now.plus_seconds(3600));
        const auto first = take(database);
        CHECK(first->id == earlier);
        CHECK(first->attempts == 1);
        CHECK(first->state == State::running);
        CHECK(job_of(database, earlier).attempts == 1);
        CHECK(take(database)->id == later);
        CHECK_FALSE(take(database));
        CHECK_FALSE(database.read([](const db::ReadTx& tx) { return is_any_due(tx); }));
    });
}

TEST_CASE("finish: the effect and the end are one; only who runs the job can end it") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto id = add(database);
        const auto lost = take(database);
        run(database, expire);
        const auto taken_over = take(database);
        REQUIRE(taken_over->id == id);
        CHECK(taken_over->attempts == 2);
        // The first runner comes back from a long sleep: its effect must not stand.
        const auto finish_lost = [&] {
            database.write([&](db::WriteTx& tx) {
                tx.exec(leave_mark, {tx.now()});
                finish(tx, *lost);
            });
        };
        CHECK_THROWS_AS(finish_lost(), Error);
        CHECK(number(database, count_marks) == 0);
        database.write([&](db::WriteTx& tx) { put_back(tx, *lost, "late"); });
        CHECK(job_of(database, id).state == State::running);
        database.write([&](db::WriteTx& tx) { finish(tx, *taken_over); });
        CHECK(job_of(database, id).state == State::done);
        CHECK(times_of(database, id).finished_at);
        CHECK_THROWS_AS(finish_lost(), Error);
    });
}

TEST_CASE("put_back: again after 1, 5 and 30 minutes, then failed") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto id = add(database);
        for (const int delay : {60, 300, 1800}) {
            CAPTURE(delay);
            const auto job = take(database);
            REQUIRE(job);
            const auto at = database.write([&](db::WriteTx& tx) {
                put_back(tx, *job, "no paper");
                return tx.now();
            });
            CHECK(job_of(database, id).state == State::waiting);
            CHECK(job_of(database, id).last_error == "no paper");
            CHECK(times_of(database, id).run_at == at.plus_seconds(delay));
            CHECK_FALSE(take(database));
            run(database, make_due);
        }
        const auto last = take(database);
        CHECK(last->attempts == 4);
        database.write([&](db::WriteTx& tx) { put_back(tx, *last, "still no paper"); });
        CHECK(job_of(database, id).state == State::failed);
        CHECK(times_of(database, id).finished_at);
        run(database, make_due);
        CHECK_FALSE(take(database));
    });
}

TEST_CASE("put_back: a job that was finished before the throw stays finished") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto id = add(database);
        const auto job = take(database);
        database.write([&](db::WriteTx& tx) { finish(tx, *job); });
        database.write([&](db::WriteTx& tx) { put_back(tx, *job, "thrown afterwards"); });
        CHECK(job_of(database, id).state == State::done);
        run(database, make_due);
        CHECK_FALSE(take(database));
    });
}

TEST_CASE("take_next: a job that ends the program each time is given up") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto poison = add(database);
        for (int death = 1; death <= 4; ++death) {
            REQUIRE(take(database)->attempts == death);
            run(database, expire);
        }
        const auto other = add(database);
        CHECK(take(database)->id == other);
        CHECK(job_of(database, poison).state == State::failed);
        CHECK_FALSE(job_of(database, poison).last_error.empty());
    });
}

TEST_CASE("leases: renewed by who runs the job, not by who lost it") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto id = add(database);
        const auto lost = take(database);
        run(database, expire);
        const auto job = take(database);
        run(database, expire);
        database.write([&](db::WriteTx& tx) { renew_lease(tx, *lost); });
        CHECK(times_of(database, id).lease_until == long_ago);
        database.write([&](db::WriteTx& tx) { renew_lease(tx, *job); });
        CHECK(*times_of(database, id).lease_until > long_ago.plus_seconds(3600));
        CHECK_FALSE(take(database));
    });
}
