#pragma once

// Internal to platform/db: connections that are lent in the order of asking, opened when first
// needed.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/connection.h"

namespace hoiquan::db {

using Deadline = std::chrono::steady_clock::time_point;

/// Throws Error(unavailable, "db.busy").
[[noreturn]] void throw_busy(const std::string& detail);

/// At most `limit` holders at once, first come, first served.
class FairPermits {
public:
    explicit FairPermits(int limit) : free_(limit) {}
    /// False when the deadline passed first.
    bool acquire(Deadline deadline);
    void release();

private:
    struct Waiter {
        std::condition_variable granted;
        bool has_permit = false;
    };
    std::mutex mutex_;
    int free_;
    std::list<Waiter*> waiting_;
};

class Pool {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;

    Pool(int limit, Open open) : permits_(limit), open_(std::move(open)) {}

    /// A borrowed connection; given back when it goes out of scope.
    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection)
            : pool_(pool), connection_(std::move(connection)) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease();
        Connection& operator*() { return *connection_; }
        Connection* operator->() { return connection_.get(); }
        /// Puts a new connection in the place of a broken one.
        void reopen();

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    Lease lend(Deadline deadline);

private:
    std::unique_ptr<Connection> take_idle();

    FairPermits permits_;
    Open open_;
    std::mutex mutex_;
    // The last one given back is lent first, so that a quiet server keeps few connections warm.
    std::vector<std::unique_ptr<Connection>> idle_;
};

enum class Company { others, alone };

/// Writers pass side by side; one that has to be run again passes alone, so that it cannot lose a
/// second time against this process.
class WriterGate {
public:
    /// Holds the right to write; throws Error(unavailable, "db.busy") after the deadline.
    class Pass {
    public:
        Pass(WriterGate& gate, Company company, Deadline deadline);
        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;
        ~Pass();

    private:
        WriterGate& gate_;
        Company company_;
    };

private:
    bool enter(Deadline deadline);
    bool enter_alone(Deadline deadline);
    void leave(Company company);

    std::mutex mutex_;
    std::condition_variable changed_;
    int inside_ = 0;
    int waiting_alone_ = 0;
    bool alone_ = false;
};

}  // namespace hoiquan::db
