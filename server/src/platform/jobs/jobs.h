#pragma once

// Background jobs: enqueued in the transaction of the change, run once, survive a restart.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "platform/db/db.h"

namespace hoiquan::jobs {

/// `unique_key`: while a job with this key waits or runs, another is not added.
JobId enqueue(db::WriteTx& tx,
              std::string_view kind,
              std::string_view payload_json,
              std::optional<Instant> run_at = std::nullopt,
              std::string_view unique_key = {});

enum class State { waiting, running, done, failed, stopped };

struct Job {
    JobId id;
    std::string kind;
    std::string payload_json;
    State state = State::waiting;
    int attempts = 0;
    std::string progress_json;  ///< Kept in memory while running, stored at the end.
    std::string last_error;
};
std::optional<Job> find(const db::ReadTx& tx, const JobId& id);

/// Given to a handler: reports progress and says whether someone asked to stop.
class Context {
public:
    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    virtual ~Context() = default;
    virtual void progress(std::int64_t done, std::int64_t total) = 0;
    virtual bool stop_requested() const = 0;
};

/// A handler does its work in transactions of its own, the last of which must call
/// `finish(tx, job)`: the effect and "done" become true together, so a job runs once even when
/// the process dies between. Throwing, or returning without finish() or mark_stopped(), means: try
/// again later (1 min, 5 min, 30 min), then failed.
using Handler = std::function<void(db::Database&, const Job&, Context&)>;
void finish(db::WriteTx& tx, const Job& job);
/// The same for a handler that ends because stop_requested().
void mark_stopped(db::WriteTx& tx, const Job& job);

class Runner {
public:
    virtual ~Runner() = default;
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    /// Starts one thread for the jobs and one that renews the lease. Jobs left running by a dead
    /// process are taken up again after their lease (60 s, renewed while alive) has run out; on
    /// SQLite at once, since there is one process.
    static std::unique_ptr<Runner> start(db::Database& database,
                                         std::map<std::string, Handler> handlers);
    /// Lets the running job end: its handler sees stop_requested(), and the job goes on at the next
    /// start, also when the handler has marked it as stopped.
    virtual void stop() = 0;
    /// A waiting job does not start any more; the handler of a running one of this process sees
    /// stop_requested().
    virtual void request_stop(const JobId& id) = 0;
    /// Of the job that runs in this process, as it is now.
    virtual std::optional<std::string> progress_json(const JobId& id) const = 0;

protected:
    Runner() = default;
};

}  // namespace hoiquan::jobs
