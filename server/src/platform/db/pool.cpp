#include "platform/db/pool.h"

#include "base/error.h"

namespace hoiquan::db {

void throw_busy(const std::string& detail) {
    throw Error(ErrorCode::unavailable, "db.busy").with_detail(detail).with_retry_after(1);
}

bool FairPermits::acquire(Deadline deadline) {
    std::unique_lock lock(mutex_);
    if (free_ > 0 && waiting_.empty()) {
        --free_;
        return true;
    }
    Waiter self;
    const auto place = waiting_.insert(waiting_.end(), &self);
    if (self.granted.wait_until(lock, deadline, [&self] { return self.has_permit; })) {
        return true;
    }
    waiting_.erase(place);
    return false;
}

void FairPermits::release() {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) {
        ++free_;
        return;
    }
    Waiter& next = *waiting_.front();
    waiting_.pop_front();
    next.has_permit = true;
    // Under the lock: the waiter lives on the other thread's stack and may be gone right after.
    next.granted.notify_one();
}

Pool::Lease Pool::lend(Deadline deadline) {
    if (!permits_.acquire(deadline)) {
        throw_busy("no connection became free in time");
    }
    try {
        std::unique_ptr<Connection> connection = take_idle();
        if (!connection) {
            connection = open_();
        }
        return Lease(*this, std::move(connection));
    } catch (...) {
        permits_.release();
        throw;
    }
}

std::unique_ptr<Connection> Pool::take_idle() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
        return nullptr;
    }
    std::unique_ptr<Connection> connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

Pool::Lease::~Lease() {
    if (connection_ && connection_->usable()) {
        const std::lock_guard lock(pool_.mutex_);
        pool_.idle_.push_back(std::move(connection_));
    }
    connection_.reset();
    pool_.permits_.release();
}

void Pool::Lease::reopen() {
    connection_.reset();
    connection_ = pool_.open_();
}

bool WriterGate::enter(Deadline deadline) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_until(lock, deadline, [this] { return !alone_ && waiting_alone_ == 0; })) {
        return false;
    }
    ++inside_;
    return true;
}

bool WriterGate::enter_alone(Deadline deadline) {
    std::unique_lock lock(mutex_);
    ++waiting_alone_;
    const bool entered =
        changed_.wait_until(lock, deadline, [this] { return !alone_ && inside_ == 0; });
    --waiting_alone_;
    if (!entered) {
        changed_.notify_all();
        return false;
    }
    alone_ = true;
    return true;
}

void WriterGate::leave(Company company) {
    const std::lock_guard lock(mutex_);
    if (company == Company::alone) {
        alone_ = false;
    } else {
        --inside_;
    }
    changed_.notify_all();
}

WriterGate::Pass::Pass(WriterGate& gate, Company company, Deadline deadline)
    : gate_(gate), company_(company) {
    if (!(company == Company::alone ? gate.enter_alone(deadline) : gate.enter(deadline))) {
        throw_busy("other writers did not end in time");
    }
}

WriterGate::Pass::~Pass() {
    gate_.leave(company_);
}

}  // namespace hoiquan::db
