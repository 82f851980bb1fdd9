#pragma once

// For the tests of this folder: statements that move a job in time, and a table to leave a mark in.

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "platform/db/testing.h"
#include "platform/jobs/jobs.h"
#include "platform/jobs/queue.h"

namespace hoiquan::jobs::fixture {

constexpr db::Statement both(std::string_view name, std::string_view sql) {
    return {name, sql, sql};
}

inline constexpr db::Statement make_due = both("make_due", "UPDATE job SET run_at = $1");
inline constexpr db::Statement expire =
    both("expire", "UPDATE job SET lease_until = $1 WHERE state = 'running'");
inline constexpr db::Statement count = both("count", "SELECT COUNT(*) FROM job");
inline constexpr db::Statement times =
    both("times", "SELECT run_at, lease_until, finished_at FROM job WHERE id = $1");
/// The effect of a job: a dated setting, since each is there already.
inline constexpr db::Statement leave_mark =
    both("leave_mark",
         "INSERT INTO setting (name, value, valid_from, recorded_from) "
         "VALUES ('mark', '', '2026-01-01', $1)");
inline constexpr db::Statement count_marks =
    both("count_marks", "SELECT COUNT(*) FROM setting WHERE name = 'mark'");

inline const Instant long_ago = *Instant::parse_iso("2020-01-01T00:00:00.000000Z");

inline JobId add(db::Database& database,
                 const char* kind = "work",
                 std::optional<Instant> run_at = std::nullopt,
                 std::string_view unique_key = {}) {
    return database.write(
        [&](db::WriteTx& tx) { return enqueue(tx, kind, R"({"n":1})", run_at, unique_key); });
}

inline Job job_of(db::Database& database, const JobId& id) {
    return *database.read([&](const db::ReadTx& tx) { return find(tx, id); });
}

inline std::optional<Job> take(db::Database& database) {
    return database.write([](db::WriteTx& tx) { return take_next(tx); });
}

struct Times {
    Instant run_at;
    std::optional<Instant> lease_until;
    std::optional<Instant> finished_at;
};
inline Times times_of(db::Database& database, const JobId& id) {
    return *database.read([&](const db::ReadTx& tx) {
        return tx.find(times, {id}, [](const db::Row& row) {
            return Times{row.get<Instant>(0),
                         row.get<std::optional<Instant>>(1),
                         row.get<std::optional<Instant>>(2)};
        });
    });
}

inline void run(db::Database& database, const db::Statement& statement) {
    database.write([&](db::WriteTx& tx) { tx.exec(statement, {long_ago}); });
}

inline std::int64_t number(db::Database& database, const db::Statement& statement) {
    return database.read([&](const db::ReadTx& tx) { return tx.integer(statement, {}); });
}

/// Whether it comes true within ten seconds.
inline bool comes_true(const std::function<bool()>& f) {
    for (int i = 0; i < 1000; ++i) {
        if (f()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

inline bool becomes(db::Database& database, const JobId& id, State state) {
    return comes_true([&] { return job_of(database, id).state == state; });
}

/// Leaves a mark and finishes in one transaction, as a handler must.
inline void mark_and_finish(db::Database& database, const Job& job, Context& /*context*/) {
    database.write([&](db::WriteTx& tx) {
        tx.exec(leave_mark, {Instant(tx.now().unix_microseconds())});
        finish(tx, job);
    });
}

}  // namespace hoiquan::jobs::fixture
