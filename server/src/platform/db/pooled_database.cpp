#include "platform/db/pooled_database.h"

#include <thread>

#include "base/error.h"

namespace hoiquan::db {

namespace {

constexpr int kMaxAttempts = 6;

/// Begins on a connection that may have been lost while it lay idle: nothing has happened on it
/// yet.
void begin(Pool::Lease& lease, Mode mode) {
    try {
        lease->begin(mode);
    } catch (const ConnectionLost&) {
        lease.reopen();
        lease->begin(mode);
    }
}

/// Rolls back unless told that the transaction was committed.
class Rollback {
public:
    explicit Rollback(Connection& connection) : connection_(connection) {}
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;
    ~Rollback() {
        if (!committed_) {
            connection_.rollback();
        }
    }
    void commit() {
        connection_.commit();
        committed_ = true;
    }

private:
    Connection& connection_;
    bool committed_ = false;
};

/// Runs `f`; what it throws because the connection broke becomes an error that a client may see.
template <class F>
void translating_loss(F&& f) {
    try {
        f();
    } catch (const ConnectionLost& lost) {
        throw Error(ErrorCode::unavailable, "db.unreachable")
            .with_detail(lost.what())
            .with_retry_after(1);
    }
}

/// Longer each time and never the same for two writers, so that they do not meet again.
void wait_before_attempt(int attempt, const config::Clock& clock) {
    const int longest_us = 500 << attempt;
    const int part = clock.random()[0];
    std::this_thread::sleep_for(std::chrono::microseconds(longest_us * (part + 1) / 256));
}

}  // namespace

PooledDatabase::PooledDatabase(Engine engine,
                               std::chrono::milliseconds patience,
                               const config::Clock& clock,
                               std::unique_ptr<Pool> readers,
                               std::unique_ptr<Pool> writers)
    : engine_(engine),
      patience_(patience),
      clock_(clock),
      readers_(std::move(readers)),
      writers_(std::move(writers)) {
    this->writers().lend(deadline());
}

void PooledDatabase::run_read(const std::function<void(const ReadTx&)>& f) {
    with_connection([&](Connection& connection) { f(ReadTx(connection, clock_)); });
}

void PooledDatabase::run_write(const std::function<void(WriteTx&)>& f) {
    translating_loss([&] {
        for (int attempt = 1; attempt <= kMaxAttempts; ++attempt) {
            if (attempt > 1) {
                wait_before_attempt(attempt, clock_);
            }
            if (try_write(f, attempt == 1 ? Company::others : Company::alone)) {
                return;
            }
        }
        throw_busy("other transactions were faster " + std::to_string(kMaxAttempts) + " times");
    });
}

bool PooledDatabase::try_write(const std::function<void(WriteTx&)>& f, Company company) {
    const Deadline until = deadline();
    const WriterGate::Pass pass(gate_, company, until);
    Pool::Lease lease = writers().lend(until);
    begin(lease, Mode::write);
    Rollback guard(*lease);
    try {
        WriteTx tx(*lease, clock_);
        f(tx);
        guard.commit();
        return true;
    } catch (...) {
        // Asked of the connection: `f` may have turned the failure into an error of its own.
        if (lease->failed_by_serialization()) {
            return false;
        }
        throw;
    }
}

void PooledDatabase::run_schema(const std::function<void(Connection&)>& f) {
    translating_loss([&] {
        Pool::Lease lease = writers().lend(deadline());
        begin(lease, Mode::schema);
        Rollback guard(*lease);
        f(*lease);
        guard.commit();
    });
}

void PooledDatabase::with_connection(const std::function<void(Connection&)>& f) {
    translating_loss([&] {
        Pool::Lease lease = readers_->lend(deadline());
        begin(lease, Mode::read);
        Rollback guard(*lease);
        f(*lease);
        guard.commit();
    });
}

void PooledDatabase::backup_to(const std::string& path) {
    with_connection([&path](Connection& connection) { connection.backup_to(path); });
}

}  // namespace hoiquan::db
