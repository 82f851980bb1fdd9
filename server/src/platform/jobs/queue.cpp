#include "platform/jobs/queue.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "platform/jobs/sql.h"

namespace hoiquan::jobs {

namespace {

constexpr int kLeaseSeconds = 60;
constexpr std::array<int, 3> kDelaysSeconds{60, 300, 1800};
constexpr int kMostAttempts = static_cast<int>(kDelaysSeconds.size()) + 1;

constexpr std::array<std::pair<std::string_view, State>, 5> kStates{{{"waiting", State::waiting},
                                                                     {"running", State::running},
                                                                     {"done", State::done},
                                                                     {"failed", State::failed},
                                                                     {"stopped", State::stopped}}};

State parse_state(std::string_view text) {
    for (const auto& [name, state] : kStates) {
        if (text == name) {
            return state;
        }
    }
    return State::failed;
}

Job job_from(const db::Row& row) {
    return {row.get<JobId>(0),
            row.get<std::string>(1),
            row.get<std::string>(2),
            parse_state(row.text(3)),
            row.get<int>(4),
            row.get<std::string>(5),
            row.get<std::string>(6)};
}

void end(db::WriteTx& tx, const Job& job, std::string_view state) {
    if (tx.exec(sql::finish, {state, tx.now(), job.progress_json, job.id, job.attempts}) != 1) {
        // Another runner has taken it over: this one's effect must not stand.
        throw Error(ErrorCode::conflict, "jobs.not_running");
    }
}

}  // namespace

JobId enqueue(db::WriteTx& tx,
              std::string_view kind,
              std::string_view payload_json,
              std::optional<Instant> run_at,
              std::string_view unique_key) {
    if (!unique_key.empty()) {
        const auto waiting = tx.find(
            sql::find_by_key, {unique_key}, [](const db::Row& row) { return row.get<JobId>(0); });
        if (waiting) {
            return *waiting;
        }
    }
    auto id = tx.new_id<JobId>();
    const std::optional<std::string> key =
        unique_key.empty() ? std::nullopt : std::optional<std::string>(unique_key);
    tx.exec(sql::insert, {id, kind, payload_json, run_at.value_or(tx.now()), key, tx.now()});
    return id;
}

std::optional<Job> find(const db::ReadTx& tx, const JobId& id) {
    return tx.find(sql::find, {id}, job_from);
}

bool is_any_due(const db::ReadTx& tx) {
    return tx.exists(sql::find_next, {tx.now()});
}

std::optional<Job> take_next(db::WriteTx& tx) {
    auto job = tx.find(sql::find_next, {tx.now()}, job_from);
    while (job && job->attempts >= kMostAttempts) {
        // Each time the process died over it: once more would stop the queue for good.
        tx.exec(sql::take, {tx.now(), job->id});
        ++job->attempts;
        put_back(tx, *job, "gave up: the program ended each time while this job ran");
        job = tx.find(sql::find_next, {tx.now()}, job_from);
    }
    if (job) {
        tx.exec(sql::take, {tx.now().plus_seconds(kLeaseSeconds), job->id});
        ++job->attempts;
        job->state = State::running;
    }
    return job;
}

void renew_lease(db::WriteTx& tx, const Job& job) {
    tx.exec(sql::renew, {tx.now().plus_seconds(kLeaseSeconds), job.id, job.attempts});
}

void release_all(db::WriteTx& tx) {
    tx.exec(sql::release_all, {tx.now()});
}

void finish(db::WriteTx& tx, const Job& job) {
    end(tx, job, "done");
}

void mark_stopped(db::WriteTx& tx, const Job& job) {
    end(tx, job, "stopped");
}

void put_back(db::WriteTx& tx, const Job& job, const std::string& error) {
    const auto tried = static_cast<std::size_t>(job.attempts);
    const bool again = tried <= kDelaysSeconds.size();
    const Instant run_at = again ? tx.now().plus_seconds(kDelaysSeconds.at(tried - 1)) : tx.now();
    const std::optional<Instant> finished_at = again ? std::nullopt : std::optional(tx.now());
    tx.exec(sql::retry,
            {again ? "waiting" : "failed", run_at, error, finished_at, job.id, job.attempts});
}

void resume_later(db::WriteTx& tx, const Job& job) {
    tx.exec(sql::resume, {tx.now(), job.id, job.attempts});
}

void stop_waiting(db::WriteTx& tx, const JobId& id) {
    tx.exec(sql::stop_waiting, {tx.now(), id});
}

}  // namespace hoiquan::jobs
