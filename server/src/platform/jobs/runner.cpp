#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "platform/config/log.h"
#include "platform/jobs/jobs.h"
#include "platform/jobs/queue.h"

namespace hoiquan::jobs {

namespace {

constexpr auto kPoll = std::chrono::seconds(1);
constexpr auto kRenewEvery = std::chrono::seconds(20);

class ThreadRunner : public Runner {
public:
    ThreadRunner(db::Database& database, std::map<std::string, Handler> handlers)
        : database_(database), handlers_(std::move(handlers)) {
        if (database_.engine() == db::Engine::sqlite) {
            database_.write([](db::WriteTx& tx) { release_all(tx); });
        }
        thread_ = std::thread([this] { run(); });
        keeper_ = std::thread([this] { keep_lease(); });
    }
    ThreadRunner(const ThreadRunner&) = delete;
    ThreadRunner& operator=(const ThreadRunner&) = delete;
    ~ThreadRunner() override { end(); }

    void stop() override { end(); }

    void request_stop(const JobId& id) override {
        {
            const std::lock_guard lock(mutex_);
            if (running_ && running_->id == id) {
                is_asked_to_stop_ = true;
                return;
            }
        }
        database_.write([&](db::WriteTx& tx) { stop_waiting(tx, id); });
        // It may have been taken in between.
        const std::lock_guard lock(mutex_);
        is_asked_to_stop_ = is_asked_to_stop_ || (running_ && running_->id == id);
    }

    std::optional<std::string> progress_json(const JobId& id) const override {
        const std::lock_guard lock(mutex_);
        return running_ && running_->id == id ? std::optional(running_->progress_json)
                                              : std::nullopt;
    }

private:
    class RunningContext : public Context {
    public:
        RunningContext(ThreadRunner& runner, Job& job) : runner_(runner), job_(job) {}
        void progress(std::int64_t done, std::int64_t total) override {
            job_.progress_json =
                "{\"done\":" + std::to_string(done) + ",\"total\":" + std::to_string(total) + "}";
            const std::lock_guard lock(runner_.mutex_);
            if (runner_.running_) {
                runner_.running_->progress_json = job_.progress_json;
            }
        }
        bool stop_requested() const override {
            const std::lock_guard lock(runner_.mutex_);
            return runner_.stopping_ || runner_.is_asked_to_stop_;
        }

    private:
        ThreadRunner& runner_;
        Job& job_;
    };

    void end() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        if (thread_.joinable()) {
            thread_.join();
        }
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        wake_.notify_all();
        if (keeper_.joinable()) {
            keeper_.join();
        }
    }

    void run() {
        for (;;) {
            try {
                while (step()) {
                }
            } catch (const std::exception& error) {
                config::log_error("jobs.runner_failed", {{"reason", std::string(error.what())}});
            }
            std::unique_lock lock(mutex_);
            if (wake_.wait_for(lock, kPoll, [this] { return stopping_; })) {
                return;
            }
        }
    }

    /// A handler may be in the middle of something long that reports no progress.
    void keep_lease() {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, kRenewEvery, [this] { return ended_; })) {
            const auto job = running_;
            if (!job) {
                continue;
            }
            lock.unlock();
            try {
                database_.write([&](db::WriteTx& tx) { renew_lease(tx, *job); });
            } catch (const std::exception& error) {
                config::log_warning(
                    "jobs.lease_not_renewed",
                    {{"job", job->id.str()}, {"reason", std::string(error.what())}});
            }
            lock.lock();
        }
    }

    /// Runs one job; false when none waits or the runner is to stop.
    bool step() {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) {
                return false;
            }
        }
        if (!database_.read([](const db::ReadTx& tx) { return is_any_due(tx); })) {
            return false;
        }
        auto job = database_.write([](db::WriteTx& tx) { return take_next(tx); });
        if (!job) {
            return false;
        }
        set_running(*job);
        const auto failure = failure_of(*job);
        const bool is_only_ours_to_stop = set_running(std::nullopt);
        settle(*job, failure, is_only_ours_to_stop);
        return true;
    }

    /// Whether the job before was told to stop only because the program stops.
    bool set_running(std::optional<Job> job) {
        const std::lock_guard lock(mutex_);
        const bool out = stopping_ && !is_asked_to_stop_;
        running_ = std::move(job);
        is_asked_to_stop_ = false;
        return out;
    }

    std::optional<std::string> failure_of(Job& job) {
        try {
            const auto handler = handlers_.find(job.kind);
            if (handler == handlers_.end()) {
                throw std::runtime_error("no handler for jobs of kind " + job.kind);
            }
            RunningContext context(*this, job);
            handler->second(database_, job, context);
            return std::nullopt;
        } catch (const std::exception& error) {
            return error.what();
        } catch (...) {
            return "an exception that is none of std";
        }
    }

    /// What becomes of the job after its handler. A handler that was told to stop because the
    /// program stops has not ended its job, whatever it marked or threw on the way out.
    void settle(const Job& job, const std::optional<std::string>& failure, bool program_stops) {
        database_.write([&](db::WriteTx& tx) {
            if (program_stops) {
                resume_later(tx, job);
            } else {
                put_back(tx, job, failure.value_or("the handler has not finished the job"));
            }
        });
        if (failure && !program_stops) {
            config::log_warning("jobs.failed",
                                {{"kind", job.kind}, {"job", job.id.str()}, {"reason", *failure}});
        }
    }

    db::Database& database_;
    std::map<std::string, Handler> handlers_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    bool ended_ = false;
    bool is_asked_to_stop_ = false;
    std::optional<Job> running_;
    std::thread thread_;
    std::thread keeper_;
};

}  // namespace

std::unique_ptr<Runner> Runner::start(db::Database& database,
                                      std::map<std::string, Handler> handlers) {
    return std::make_unique<ThreadRunner>(database, std::move(handlers));
}

}  // namespace hoiquan::jobs
