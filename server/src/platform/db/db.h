#pragma once

// One database layer for SQLite and PostgreSQL. Only an edge (route, command, job) holds a
// Database; everything below gets a ReadTx or a WriteTx and so shows in its signature whether it
// can change anything. Decision record 0002.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "platform/config/clock.h"

namespace hoiquan::db {

enum class Engine { sqlite, postgres };

enum class Constraint { unique, foreign_key, not_null, check, other };

/// A constraint of the schema refused a statement. The transaction can then only be rolled back:
/// catch it to say what was wrong, not to go on.
class ConstraintViolation : public std::runtime_error {
public:
    ConstraintViolation(Constraint kind, std::string where, const std::string& message)
        : std::runtime_error(message), kind_(kind), where_(std::move(where)) {}
    Constraint kind() const { return kind_; }
    /// For messages: "table.column" on SQLite, the name of the constraint on PostgreSQL.
    const std::string& where() const { return where_; }

private:
    Constraint kind_;
    std::string where_;
};

/// One SQL statement, made by the build from sql/<name>.sql.
struct Statement {
    std::string_view name;  ///< "tasks/find_open", for messages.
    std::string_view sqlite;
    std::string_view postgres;
};

/// A bound value. Dates and ids travel as text, booleans as 0 and 1, std::nullopt as NULL.
class Param {
public:
    struct Blob {
        std::string_view bytes;
    };
    using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

    Param(std::nullopt_t) {}  // NOLINT(google-explicit-constructor): reads as a list of values
    template <class T>
    Param(const T& value) : value_(convert(value)) {}  // NOLINT(google-explicit-constructor)
    const Value& value() const { return value_; }

private:
    static Value convert(bool value) { return std::int64_t{value ? 1 : 0}; }
    static Value convert(double value) { return value; }
    template <class I>
    requires std::is_integral_v<I>
    static Value convert(I value) { return static_cast<std::int64_t>(value); }
    static Value convert(std::string_view value) { return std::string(value); }
    static Value convert(const std::string& value) { return value; }
    static Value convert(const char* value) { return std::string(value); }
    static Value convert(const Blob& value) { return value; }
    static Value convert(const Date& value) { return value.iso(); }
    static Value convert(const Instant& value) { return value.iso(); }
    template <class Tag>
    static Value convert(const Id<Tag>& value) {
        return value.empty() ? Value{} : Value{value.str()};
    }
    template <class T>
    static Value convert(const std::optional<T>& value) {
        return value ? convert(*value) : Value{};
    }
    Value value_;
};
using Params = std::vector<Param>;

/// The current row while a result is read; valid only inside the callback.
class Row {
public:
    Row() = default;
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::string blob(int column) const = 0;

    /// T: bool, integers, double, std::string, Date, Instant, Id<…>, or std::optional of these.
    /// Throws std::runtime_error naming the column when the value does not fit.
    template <class T>
    T get(int column) const;
};

class Connection;  // internal

class ReadTx {
public:
    explicit ReadTx(Connection& connection, const config::Clock& clock);
    ReadTx(const ReadTx&) = delete;
    ReadTx& operator=(const ReadTx&) = delete;
    ~ReadTx() = default;

    Engine engine() const;
    /// The same moment for the whole transaction.
    Instant now() const { return now_; }
    /// The civil day in Vietnam at now().
    Date today() const { return now_.date_in_vietnam(); }

    void each(const Statement& statement,
              const Params& params,
              const std::function<void(const Row&)>& row) const;

    /// All rows, made by `make(row)`.
    template <class Make>
    auto list(const Statement& statement, const Params& params, Make make) const {
        std::vector<std::invoke_result_t<Make, const Row&>> out;
        each(statement, params, [&](const Row& row) { out.push_back(make(row)); });
        return out;
    }
    /// The first row, if any.
    template <class Make>
    auto find(const Statement& statement, const Params& params, Make make) const {
        std::optional<std::invoke_result_t<Make, const Row&>> out;
        each(statement, params, [&](const Row& row) {
            if (!out) {
                out.emplace(make(row));
            }
        });
        return out;
    }
    /// First column of the first row; 0 when there is none.
    std::int64_t integer(const Statement& statement, const Params& params) const;
    bool exists(const Statement& statement, const Params& params) const;
    /// Statements run so far in this transaction; for tests of lists.
    int statements_run() const { return statements_run_; }

protected:
    Connection& connection_;          // NOLINT
    const config::Clock& clock_;      // NOLINT
    mutable int statements_run_ = 0;  // NOLINT

private:
    Instant now_;
};

class WriteTx : public ReadTx {
public:
    using ReadTx::ReadTx;
    /// Rows changed.
    std::int64_t exec(const Statement& statement, const Params& params);
    /// A fresh UUIDv7; rises within a transaction.
    template <class IdT>
    IdT new_id() {
        return IdT(next_id());
    }

private:
    std::string next_id();
    std::int64_t last_id_ms_ = 0;
};

struct Options {
    std::string sqlite_path;  ///< Used when url is empty. ":memory:" is not supported.
    std::string url;          ///< postgresql://…
    int readers = 4;          ///< Read connections (SQLite) or all connections (PostgreSQL).
    int busy_timeout_ms = 10'000;
};

class Database {
public:
    /// Opens, checks that it answers; does not migrate. Throws hoiquan::Error(unavailable,
    /// "db.unreachable") with the reason as detail.
    static std::unique_ptr<Database> open(const Options& options, const config::Clock& clock);
    virtual ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    virtual Engine engine() const = 0;

    /// Runs `f(const ReadTx&)` in one read transaction (a snapshot).
    template <class F>
    auto read(F&& f) {
        using R = std::invoke_result_t<F, const ReadTx&>;
        if constexpr (std::is_void_v<R>) {
            run_read([&](const ReadTx& tx) { f(tx); });
        } else {
            std::optional<R> out;
            run_read([&](const ReadTx& tx) { out.emplace(f(tx)); });
            return std::move(*out);  // NOLINT(bugprone-unchecked-optional-access): f has run
        }
    }
    /// Runs `f(WriteTx&)` in one write transaction and commits; an exception rolls back. On
    /// PostgreSQL (serializable) it is run again after a serialization failure, at most five
    /// times, so `f` must have no effect outside the transaction. When it returns, the change is
    /// on disk (SQLite: WAL with synchronous=FULL; PostgreSQL: synchronous_commit on).
    template <class F>
    auto write(F&& f) {
        using R = std::invoke_result_t<F, WriteTx&>;
        if constexpr (std::is_void_v<R>) {
            run_write([&](WriteTx& tx) { f(tx); });
        } else {
            std::optional<R> out;
            run_write([&](WriteTx& tx) { out.emplace(f(tx)); });
            return std::move(*out);  // NOLINT(bugprone-unchecked-optional-access): f has run
        }
    }

    /// Consistent copy of a SQLite database into `path` while it is in use.
    virtual void backup_to(const std::string& path) = 0;

protected:
    Database() = default;

private:
    virtual void run_read(const std::function<void(const ReadTx&)>& f) = 0;
    virtual void run_write(const std::function<void(WriteTx&)>& f) = 0;
};

/// Schema: numbered steps of server/migrations, embedded by the build, each in one transaction
/// with its checksum in table schema_migration, under a lock.
struct MigrationReport {
    int from = 0;
    int to = 0;
    std::vector<std::string> applied;
};
MigrationReport migrate(Database& database);
/// Throws Error(unavailable, "db.schema_too_new" | "db.schema_too_old" | "db.schema_changed")
/// unless the schema is exactly the one this program was built for.
void check_schema(Database& database);

}  // namespace hoiquan::db

#include "platform/db/row_get.h"  // IWYU pragma: export
