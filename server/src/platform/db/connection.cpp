#include "platform/db/connection.h"

#include "platform/db/db.h"

namespace hoiquan::db {

void Connection::begin(Mode mode) {
    failure_ = nullptr;
    do_begin(mode);
}

void Connection::commit() {
    require_sound();
    try {
        do_commit();
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

void Connection::rollback() noexcept {
    do_rollback();
}

std::int64_t Connection::run(const Statement& statement,
                             const Params& params,
                             const RowCallback& row) {
    require_sound();
    // What the callback throws is the caller's own and leaves the transaction sound.
    bool thrown_by_callback = false;
    const RowCallback watched = [&row, &thrown_by_callback](const Row& value) {
        try {
            row(value);
        } catch (...) {
            thrown_by_callback = true;
            throw;
        }
    };
    try {
        return do_run(statement, params, row ? watched : row);
    } catch (...) {
        if (!thrown_by_callback) {
            failure_ = std::current_exception();
        }
        throw;
    }
}

void Connection::script(const std::string& sql) {
    require_sound();
    try {
        do_script(sql);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

void Connection::require_sound() const {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
}

template <class E>
bool Connection::failed_by() const {
    if (!failure_) {
        return false;
    }
    try {
        std::rethrow_exception(failure_);
    } catch (const E&) {
        return true;
    } catch (...) {
        return false;
    }
}

bool Connection::failed_by_serialization() const {
    return failed_by<SerializationFailure>();
}
bool Connection::failed_by_loss() const {
    return failed_by<ConnectionLost>();
}

}  // namespace hoiquan::db
