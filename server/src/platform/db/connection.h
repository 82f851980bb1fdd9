#pragma once

// Internal to platform/db: one connection of either engine, as transactions use it.

#include <cstdint>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>

#include "platform/db/db.h"

namespace hoiquan::db {

enum class Mode { read, write, schema };

/// PostgreSQL asks for the transaction to be run again (40001, 40P01).
class SerializationFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The server closed the connection; nothing of the open transaction is known to have happened.
class ConnectionLost : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using RowCallback = std::function<void(const Row&)>;

class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    virtual Engine engine() const = 0;

    /// Begins a transaction; `schema` also keeps every other migration out until it ends.
    void begin(Mode mode);
    /// Throws the failure of an earlier statement, if there was one: a transaction in which a
    /// statement failed is never committed, on either engine, whoever caught the exception.
    void commit();
    void rollback() noexcept;
    /// Runs one statement; rows go to `row`, which may be empty. Returns the rows changed.
    std::int64_t run(const Statement& statement, const Params& params, const RowCallback& row);
    /// Runs several statements without parameters, as in a migration.
    void script(const std::string& sql);

    /// Prepares and throws with the engine's message when the statement is wrong.
    virtual void prepare(const Statement& statement) = 0;
    /// Within a read transaction.
    virtual void backup_to(const std::string& path) = 0;
    /// False after the connection to the server broke.
    virtual bool usable() const = 0;
    /// The transaction failed only because another one was faster.
    bool failed_by_serialization() const;

private:
    void require_sound() const;

    virtual void do_begin(Mode mode) = 0;
    virtual void do_commit() = 0;
    virtual void do_rollback() noexcept = 0;
    virtual std::int64_t do_run(const Statement& statement,
                                const Params& params,
                                const RowCallback& row) = 0;
    virtual void do_script(const std::string& sql) = 0;

    std::exception_ptr failure_;
};

/// A database as this folder sees it: migrations and checks need the connection itself.
class Backend : public Database {
public:
    /// Runs `f` in a transaction that excludes every other migration.
    virtual void run_schema(const std::function<void(Connection&)>& f) = 0;
    /// Lends the connection of a read transaction.
    virtual void with_connection(const std::function<void(Connection&)>& f) = 0;
};

}  // namespace hoiquan::db
