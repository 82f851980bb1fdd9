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
    }
    ThreadRunner(const ThreadRunner&) = delete;
    ThreadRunner& operator=(const ThreadRunner&) = delete;
    ~ThreadRunner() override { end(); }

    void stop() override { end(); }

    void request_stop(const JobId& id) override {
        const std::lock_guard lock(mutex_);
        asked_to_stop_.insert(id.str());
    }

private:
    class RunningContext : public Context {
    public:
        RunningContext(ThreadRunner& runner, Job& job) : runner_(runner), job_(job) {}
        void progress(std::int64_t done, std::int64_t total) override {
            job_.progress_json =
                "{\"done\":" + std::to_string(done) + ",\"total\":" + std::to_string(total) + "}";
            const auto now = std::chrono::steady_clock::now();
            if (now - renewed_ > kRenewEvery) {
                renewed_ = now;
                runner_.database_.write([&](db::WriteTx& tx) { renew_lease(tx, job_); });
            }
        }
        bool stop_requested() const override { return runner_.is_asked_to_stop(job_.id); }

    private:
        ThreadRunner& runner_;
        Job& job_;
        std::chrono::steady_clock::time_point renewed_ = std::chrono::steady_clock::now();
    };

    bool is_asked_to_stop(const JobId& id) {
        const std::lock_guard lock(mutex_);
        return stopping_ || asked_to_stop_.count(id.str()) > 0;
    }

    void end() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        if (thread_.joinable()) {
            thread_.join();
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
        work(*job);
        return true;
    }

    void work(Job& job) {
        try {
            const auto handler = handlers_.find(job.kind);
            if (handler == handlers_.end()) {
                throw std::runtime_error("no handler for jobs of kind " + job.kind);
            }
            RunningContext context(*this, job);
            handler->second(database_, job, context);
        } catch (const std::exception& error) {
            config::log_warning(
                "jobs.failed",
                {{"kind", job.kind}, {"job", job.id.str()}, {"reason", std::string(error.what())}});
            const std::string reason = error.what();
            database_.write([&](db::WriteTx& tx) { put_back(tx, job, reason); });
        }
    }

    db::Database& database_;
    std::map<std::string, Handler> handlers_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::set<std::string> asked_to_stop_;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Runner> Runner::start(db::Database& database,
                                      std::map<std::string, Handler> handlers) {
    return std::make_unique<ThreadRunner>(database, std::move(handlers));
}

}  // namespace hoiquan::jobs
