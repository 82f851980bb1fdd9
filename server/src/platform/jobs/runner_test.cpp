#include <atomic>
#include <mutex>
#include <set>

#include <doctest/doctest.h>

#include "platform/jobs/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::jobs;
using namespace hoiquan::jobs::fixture;

namespace {

/// A handler that works until it is told to stop, or let go.
struct Patient {
    std::atomic<int> started{0};
    std::atomic<bool> may_finish{false};

    Handler handler() {
        return [this](db::Database& database, const Job& job, Context& context) {
            ++started;
            context.progress(1, 4);
            while (!may_finish && !context.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            database.write([&](db::WriteTx& tx) {
                if (may_finish) {
                    finish(tx, job);
                } else {
                    mark_stopped(tx, job);
                }
            });
        };
    }
};

}  // namespace

TEST_CASE("runner: runs what is due, with its payload, and keeps the progress") {
    db::testing::on_each_engine([](db::Database& database) {
        std::string payload;
        const auto runner = Runner::start(
            database, {{"work", [&](db::Database& inner, const Job& job, Context& context) {
                            payload = job.payload_json;
                            context.progress(3, 7);
                            inner.write([&](db::WriteTx& tx) { finish(tx, job); });
                        }}});
        const auto id = add(database);
        CHECK(becomes(database, id, State::done));
        runner->stop();
        CHECK(payload == R"({"n":1})");
        CHECK(job_of(database, id).progress_json == R"({"done":3,"total":7})");
    });
}

TEST_CASE("runner: two runners run each job once") {
    db::testing::on_each_engine([](db::Database& database) {
        constexpr int job_count = 30;
        std::mutex mutex;
        std::multiset<std::string> ran;
        const Handler handler = [&](db::Database& inner, const Job& job, Context& context) {
            {
                const std::lock_guard lock(mutex);
                ran.insert(job.id.str());
            }
            mark_and_finish(inner, job, context);
        };
        const auto one = Runner::start(database, {{"work", handler}});
        const auto two = Runner::start(database, {{"work", handler}});
        std::set<std::string> added;
        for (int i = 0; i < job_count; ++i) {
            added.insert(add(database).str());
        }
        CHECK(comes_true([&] { return number(database, count_marks) == job_count; }));
        one->stop();
        two->stop();
        CHECK(ran.size() == job_count);
        CHECK(std::set<std::string>(ran.begin(), ran.end()) == added);
    });
}

TEST_CASE("runner: a job that a dead process left running is taken up again") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto id = add(database);
        REQUIRE(take(database));  // And the process dies here.
        if (database.engine() == db::Engine::postgres) {
            run(database, expire);  // On SQLite at once: there is one process.
        }
        const auto runner = Runner::start(database, {{"work", mark_and_finish}});
        CHECK(becomes(database, id, State::done));
        runner->stop();
        CHECK(job_of(database, id).attempts == 2);
        CHECK(number(database, count_marks) == 1);
    });
}

TEST_CASE("runner: what throws is tried again later with its reason") {
    db::testing::on_each_engine([](db::Database& database) {
        std::atomic<int> tries{0};
        const auto runner =
            Runner::start(database,
                          {{"work",
                            [&](db::Database&, const Job&, Context&) {
                                ++tries;
                                throw std::runtime_error("printer on fire");
                            }},
                           {"odd", [](db::Database&, const Job&, Context&) { throw 42; }},
                           {"forgetful", [](db::Database&, const Job&, Context&) {}}});
        const auto id = add(database);
        const auto odd = add(database, "odd");
        const auto forgetful = add(database, "forgetful");
        const auto unknown = add(database, "unknown");
        CHECK(comes_true([&] { return !job_of(database, unknown).last_error.empty(); }));
        CHECK(tries == 1);
        CHECK(job_of(database, id).last_error == "printer on fire");
        for (const auto& each : {id, odd, forgetful, unknown}) {
            CHECK(becomes(database, each, State::waiting));
            CHECK_FALSE(job_of(database, each).last_error.empty());
        }
        run(database, make_due);
        CHECK(comes_true([&] { return tries == 2; }));
        runner->stop();
    });
}

TEST_CASE("runner: stops a job on request and shows its progress meanwhile") {
    db::testing::on_each_engine([](db::Database& database) {
        Patient patient;
        const auto runner = Runner::start(database, {{"work", patient.handler()}});
        const auto id = add(database);
        REQUIRE(comes_true([&] { return patient.started == 1; }));
        const auto next = add(database);
        CHECK(comes_true([&] { return runner->progress_json(id) == R"({"done":1,"total":4})"; }));
        CHECK_FALSE(runner->progress_json(next));
        runner->request_stop(next);
        CHECK(job_of(database, next).state == State::stopped);
        runner->request_stop(id);
        CHECK(becomes(database, id, State::stopped));
        // The request was for that job, not for those after it.
        const auto third = add(database);
        REQUIRE(comes_true([&] { return patient.started == 2; }));
        patient.may_finish = true;
        CHECK(becomes(database, third, State::done));
        runner->stop();
        CHECK(patient.started == 2);
        CHECK(job_of(database, id).progress_json == R"({"done":1,"total":4})");
    });
}

TEST_CASE("runner: a job cut short by the end of the program goes on at the next start") {
    db::testing::on_each_engine([](db::Database& database) {
        Patient patient;
        auto runner = Runner::start(database, {{"work", patient.handler()}});
        const auto id = add(database);
        REQUIRE(comes_true([&] { return patient.started == 1; }));
        runner->stop();
        CHECK(job_of(database, id).state == State::waiting);
        CHECK(job_of(database, id).attempts == 0);
        patient.may_finish = true;
        runner = Runner::start(database, {{"work", patient.handler()}});
        CHECK(becomes(database, id, State::done));
        runner->stop();
        runner->stop();
        CHECK(patient.started == 2);
    });
}

TEST_CASE("runner: one that stands idle writes nothing and ends at once") {
    db::testing::on_each_engine([](db::Database& database) {
        add(database, "work", Instant(4'102'444'800'000'000));
        const auto start = std::chrono::steady_clock::now();
        Runner::start(database, {{"work", mark_and_finish}})->stop();
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
        CHECK(number(database, count_marks) == 0);
    });
}
