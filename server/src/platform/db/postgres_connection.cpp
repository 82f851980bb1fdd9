#include "platform/db/postgres_connection.h"

#include <array>
#include <stdexcept>

#include <libpq-fe.h>

#include "base/error.h"
#include "platform/db/pool.h"
#include "platform/db/postgres_values.h"
#include "platform/db/sql.h"

namespace hoiquan::db {

namespace {

constexpr std::size_t kMaxCachedStatements = 1000;

// Any number that nothing else on the server uses for an advisory lock: "hoiquan" in ASCII.
constexpr const char* kLockSchema = "SELECT pg_advisory_xact_lock(29395896243675502)";

std::string field(const PGresult* result, int which) {
    const char* text = result == nullptr ? nullptr : PQresultErrorField(result, which);
    return text == nullptr ? std::string() : std::string(text);
}

std::optional<Constraint> constraint_of(std::string_view state) {
    if (state == "23505") {
        return Constraint::unique;
    }
    if (state == "23503" || state == "23001") {
        return Constraint::foreign_key;
    }
    if (state == "23502") {
        return Constraint::not_null;
    }
    if (state == "23514") {
        return Constraint::check;
    }
    // 23P01 is an exclusion constraint, P0001 the RAISE of a trigger.
    return state.starts_with("23") || state == "P0001" ? std::optional(Constraint::other)
                                                       : std::nullopt;
}

bool is_serialization_failure(std::string_view state) {
    return state == "40001" || state == "40P01";
}

/// Shutdown, crash recovery or start of the server.
bool is_loss(std::string_view state) {
    return state.starts_with("08") || state.starts_with("57P");
}

/// lock_timeout, statement_timeout.
bool is_busy(std::string_view state) {
    return state == "55P03" || state == "57014";
}

/// Disk full, too many connections, out of memory.
bool is_out_of_resources(std::string_view state) {
    return state.starts_with("53");
}

std::string one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n') {
            c = ' ';
        }
    }
    return text;
}

}  // namespace

void PostgresConnection::Close::operator()(pg_conn* connection) const {
    PQfinish(connection);
}
void PostgresConnection::Close::operator()(pg_result* result) const {
    PQclear(result);
}

PostgresConnection::PostgresConnection(const std::string& url, int busy_timeout_ms) {
    // What stands before dbname gives way to the URL, what stands after it does not.
    const std::array<const char*, 6> names{"connect_timeout",
                                           "gssencmode",
                                           "fallback_application_name",
                                           "dbname",
                                           "client_encoding",
                                           nullptr};
    const std::array<const char*, 6> values{
        "10", "disable", "hoiquan", url.c_str(), "UTF8", nullptr};
    handle_.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (PQstatus(handle_.get()) != CONNECTION_OK) {
        const std::string reason =
            handle_ ? one_line(PQerrorMessage(handle_.get())) : "out of memory";
        throw Error(ErrorCode::unavailable, "db.unreachable")
            .with_detail(reason)
            .with_retry_after(5);
    }
    PQsetNoticeProcessor(
        handle_.get(), [](void*, const char*) {}, nullptr);
    try {
        do_run(sql::connection_settings, {std::to_string(busy_timeout_ms)}, {});
    } catch (const std::runtime_error& error) {
        throw Error(ErrorCode::unavailable, "db.unreachable").with_detail(error.what());
    }
}

bool PostgresConnection::usable() const {
    return PQstatus(handle_.get()) == CONNECTION_OK;
}

void PostgresConnection::do_begin(Mode mode) {
    switch (mode) {
        case Mode::read:
            execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "begin");
            return;
        case Mode::write:
            execute("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE", "begin");
            return;
        case Mode::schema:
            // Read committed: after the wait for the lock it must see what the other migration did.
            execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", "begin");
            execute(kLockSchema, "begin");
            return;
    }
}

void PostgresConnection::do_commit() {
    const Result result = execute("COMMIT", "commit");
    // In a failed transaction COMMIT succeeds and rolls back; nobody may take that for a commit.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
        throw std::runtime_error("commit: the transaction had failed and was rolled back");
    }
}

void PostgresConnection::do_rollback() noexcept {
    if (usable() && PQtransactionStatus(handle_.get()) != PQTRANS_IDLE) {
        PQclear(PQexec(handle_.get(), "ROLLBACK"));
    }
}

std::int64_t PostgresConnection::do_run(const Statement& statement,
                                        const Params& params,
                                        const RowCallback& row) {
    const std::string& name = prepared_name(statement);
    const PostgresParams values(params);
    const Result result(PQexecPrepared(handle_.get(),
                                       name.c_str(),
                                       values.count(),
                                       values.values(),
                                       values.lengths(),
                                       values.formats(),
                                       0));
    check(result.get(), statement.name);
    if (row) {
        PostgresRow current(result.get());
        const int rows = PQntuples(result.get());
        for (int i = 0; i < rows; ++i) {
            current.move_to(i);
            row(current);
        }
    }
    // Empty after anything that changes nothing; the count of rows after SELECT.
    const bool is_select = std::string_view(PQcmdStatus(result.get())).starts_with("SELECT");
    return is_select ? 0 : parse_integer(PQcmdTuples(result.get())).value_or(0);
}

void PostgresConnection::do_script(const std::string& sql) {
    execute(sql.c_str(), "script");
}

void PostgresConnection::prepare(const Statement& statement) {
    prepare_as("", statement);
}

const std::string& PostgresConnection::prepared_name(const Statement& statement) {
    if (cache_.size() >= kMaxCachedStatements) {
        cache_.clear();
        execute("DEALLOCATE ALL", "prepare");
    }
    Cached& cached = cache_[statement.postgres.data()];
    if (cached.sql != statement.postgres) {
        cached.sql.clear();
        cached.name = "s" + std::to_string(next_name_++);
        prepare_as(cached.name, statement);
        cached.sql = statement.postgres;
    }
    return cached.name;
}

void PostgresConnection::prepare_as(const std::string& name, const Statement& statement) {
    const std::string sql(statement.postgres);
    const Result result(PQprepare(handle_.get(), name.c_str(), sql.c_str(), 0, nullptr));
    check(result.get(), statement.name);
}

PostgresConnection::Result PostgresConnection::execute(const char* sql, std::string_view name) {
    Result result(PQexec(handle_.get(), sql));
    check(result.get(), name);
    return result;
}

void PostgresConnection::check(const pg_result* result, std::string_view name) const {
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
        return;
    }
    const std::string state = field(result, PG_DIAG_SQLSTATE);
    // Not the DETAIL of the server: it quotes the values of the row.
    std::string reason = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (reason.empty()) {
        reason = one_line(PQerrorMessage(handle_.get()));
    }
    const std::string message =
        std::string(name) + ": " + reason + (state.empty() ? "" : " (" + state + ")");
    if (!usable() || is_loss(state)) {
        throw ConnectionLost(message);
    }
    if (is_serialization_failure(state)) {
        throw SerializationFailure(message);
    }
    if (is_busy(state)) {
        throw_busy(message);
    }
    if (is_out_of_resources(state)) {
        throw Error(ErrorCode::unavailable, "db.unreachable")
            .with_detail(message)
            .with_retry_after(5);
    }
    if (const auto constraint = constraint_of(state)) {
        throw ConstraintViolation(*constraint, field(result, PG_DIAG_CONSTRAINT_NAME), message);
    }
    throw std::runtime_error(message);
}

void PostgresConnection::backup_to(const std::string&) {
    throw std::logic_error("backup_to copies SQLite files; PostgreSQL has pg_dump");
}

}  // namespace hoiquan::db
