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

bool Connection::failed_by_serialization() const {
    if (!failure_) {
        return false;
    }
    try {
        std::rethrow_exception(failure_);
    } catch (const SerializationFailure&) {
        return true;
    } catch (...) {
        return false;
    }
}

}  // namespace hoiquan::db
