#include "platform/db/sqlite_connection.h"

#include <mutex>
#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "base/error.h"
#include "platform/db/pool.h"
#include "platform/db/sqlite_values.h"

namespace hoiquan::db {

namespace {

constexpr std::size_t kMaxCachedStatements = 1000;

// Cached like every other statement: parsing them each time costs a third of a small transaction.
constexpr Statement kBeginRead{"begin", "BEGIN DEFERRED", ""};
constexpr Statement kBeginWrite{"begin", "BEGIN IMMEDIATE", ""};
constexpr Statement kCommit{"commit", "COMMIT", ""};

Constraint constraint_of(int extended_code) {
    switch (extended_code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return Constraint::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return Constraint::foreign_key;
        case SQLITE_CONSTRAINT_NOTNULL:
            return Constraint::not_null;
        case SQLITE_CONSTRAINT_CHECK:
            return Constraint::check;
        default:
            return Constraint::other;
    }
}

/// "UNIQUE constraint failed: person.name" -> "person.name"
std::string place_of(std::string_view message) {
    const std::size_t colon = message.rfind(": ");
    return std::string(colon == std::string_view::npos ? std::string_view()
                                                       : message.substr(colon + 2));
}

/// The file holds personal data: only its owner may read it, whatever the umask.
void create_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        ::close(file);
    }
}

/// Counting memory takes a lock that all connections share.
void switch_off_memory_statistics() {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

}  // namespace

/// Lends the cached statement, or a new one while the cached one still delivers rows further up.
class SqliteConnection::Use {
public:
    Use(SqliteConnection& connection, const Statement& statement) {
        auto& cache = connection.cache_;
        if (cache.size() >= kMaxCachedStatements) {
            std::erase_if(cache, [](const auto& entry) { return !entry.second.in_use; });
        }
        Cached& cached = cache[statement.sqlite.data()];
        if (cached.in_use) {
            own_ = connection.prepare_now(statement);
            prepared_ = own_.get();
            return;
        }
        if (!cached.statement || cached.sql != statement.sqlite) {
            cached.statement = nullptr;
            cached.statement = connection.prepare_now(statement);
            cached.sql = statement.sqlite;
        }
        cached_ = &cached;
        cached_->in_use = true;
        prepared_ = cached.statement.get();
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() {
        if (cached_ != nullptr) {
            sqlite3_reset(prepared_);
            sqlite3_clear_bindings(prepared_);
            cached_->in_use = false;
        }
    }
    sqlite3_stmt* get() const { return prepared_; }

private:
    Prepared own_;
    Cached* cached_ = nullptr;
    sqlite3_stmt* prepared_ = nullptr;
};

void SqliteConnection::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}
void SqliteConnection::Close::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

SqliteConnection::SqliteConnection(const std::string& path, Role role, int busy_timeout_ms) {
    switch_off_memory_statistics();
    try {
        if (role == Role::writer) {
            create_private_file(path);
        }
        open(path);
        configure(role, busy_timeout_ms);
    } catch (const std::runtime_error& error) {
        throw Error(ErrorCode::unavailable, "db.unreachable")
            .with_detail(path + ": " + error.what());
    }
}

void SqliteConnection::open(const std::string& path) {
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(raw);
    if (code != SQLITE_OK) {
        throw std::runtime_error(raw != nullptr ? sqlite3_errmsg(raw) : sqlite3_errstr(code));
    }
    sqlite3_extended_result_codes(raw, 1);
}

void SqliteConnection::configure(Role role, int busy_timeout_ms) {
    // First of all: even preparing a statement can meet the lock of another connection.
    sqlite3_busy_timeout(handle_.get(), busy_timeout_ms);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // The schema is our own migrations; its triggers keep the index of names, a virtual table,
    // which an untrusted schema may not touch.
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
    // Its Bloom filters read all of a table before the first row of a recursive walk comes back:
    // 15 ms instead of 0.1 in a register of 100,000 relations. There is no setting for it.
    constexpr unsigned bloom_filter = 0x00080000;
    sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, handle_.get(), bloom_filter);
    // "name" in double quotes is never a string, as in PostgreSQL.
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (role == Role::writer) {
        require_journal_mode_wal();
    }
    execute(
        "PRAGMA synchronous = FULL;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA mmap_size = 0;"
        "PRAGMA cache_size = -8192;"
        "PRAGMA journal_size_limit = 16777216;"
        "PRAGMA case_sensitive_like = ON;",
        "settings");
    if (role == Role::reader) {
        execute("PRAGMA query_only = ON", "settings");
    } else {
        // Large events read and write the same pages again and again; filled only as far as used.
        execute("PRAGMA cache_size = -32768", "settings");
    }
}

void SqliteConnection::require_journal_mode_wal() {
    const Statement statement{"journal_mode", "PRAGMA journal_mode = WAL", ""};
    std::string mode;
    do_run(statement, {}, [&mode](const Row& row) { mode = row.text(0); });
    if (mode != "wal") {
        throw std::runtime_error("the file system does not allow a write-ahead log (journal mode " +
                                 mode + ")");
    }
}

void SqliteConnection::do_begin(Mode mode) {
    switch (mode) {
        case Mode::read:
            do_run(kBeginRead, {}, {});
            return;
        case Mode::write:
            do_run(kBeginWrite, {}, {});
            return;
        case Mode::schema:
            // A step that rebuilds a table drops the old one; the references are checked at the end
            // instead.
            execute("PRAGMA foreign_keys = OFF", "begin");
            in_schema_change_ = true;
            execute("BEGIN EXCLUSIVE", "begin");
            return;
    }
}

void SqliteConnection::do_commit() {
    if (in_schema_change_) {
        require_foreign_keys_hold();
    }
    do_run(kCommit, {}, {});
    if (std::exchange(in_schema_change_, false)) {
        cache_.clear();
        execute("PRAGMA foreign_keys = ON", "commit");
    }
}

void SqliteConnection::require_foreign_keys_hold() {
    const Statement statement{"foreign_key_check", "PRAGMA foreign_key_check", ""};
    do_run(statement, {}, [](const Row& row) {
        throw ConstraintViolation(Constraint::foreign_key,
                                  std::string(row.text(0)),
                                  "a row of " + std::string(row.text(0)) +
                                      " refers to a row that is not in " +
                                      std::string(row.text(2)));
    });
}

void SqliteConnection::do_rollback() noexcept {
    // Some errors (disk full) have rolled back by themselves; then there is nothing left to do.
    if (sqlite3_get_autocommit(handle_.get()) == 0) {
        sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    if (std::exchange(in_schema_change_, false)) {
        sqlite3_exec(handle_.get(), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    }
}

std::int64_t SqliteConnection::do_run(const Statement& statement,
                                      const Params& params,
                                      const RowCallback& row) {
    const Use use(*this, statement);
    bind(use.get(), statement, params);
    const SqliteRow current(use.get());
    int code = sqlite3_step(use.get());
    while (code == SQLITE_ROW) {
        if (row) {
            row(current);
        }
        code = sqlite3_step(use.get());
    }
    if (code != SQLITE_DONE) {
        fail(code, statement.name);
    }
    return sqlite3_stmt_readonly(use.get()) != 0 ? 0 : sqlite3_changes64(handle_.get());
}

void SqliteConnection::do_script(const std::string& sql) {
    execute(sql.c_str(), "script");
}

void SqliteConnection::prepare(const Statement& statement) {
    prepare_now(statement);
}

SqliteConnection::Prepared SqliteConnection::prepare_now(const Statement& statement) const {
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const std::string_view sql = statement.sqlite;
    const int code = sqlite3_prepare_v3(handle_.get(),
                                        sql.data(),
                                        static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &raw,
                                        &tail);
    Prepared prepared(raw);
    if (code != SQLITE_OK) {
        fail(code, statement.name);
    }
    const std::string_view rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
    if (raw == nullptr || rest.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        throw std::logic_error(std::string(statement.name) + ": must hold exactly one statement");
    }
    for (int k = 1; k <= sqlite3_bind_parameter_count(raw); ++k) {
        const char* name = sqlite3_bind_parameter_name(raw, k);
        // SQLite numbers $3 by where it first appears, not by its 3.
        if (name == nullptr || name != "$" + std::to_string(k)) {
            throw std::logic_error(
                std::string(statement.name) + ": parameter " + std::to_string(k) + " is written " +
                (name != nullptr ? name : "?") + "; let $1, $2 ... first appear in this order");
        }
    }
    return prepared;
}

void SqliteConnection::bind(sqlite3_stmt* prepared,
                            const Statement& statement,
                            const Params& params) const {
    require_count(statement, params, sqlite3_bind_parameter_count(prepared));
    int index = 0;
    for (const Param& param : params) {
        const int code = bind_value(prepared, ++index, param.value());
        if (code != SQLITE_OK) {
            fail(code, statement.name);
        }
    }
}

void SqliteConnection::execute(const char* sql, std::string_view name) const {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code, name);
    }
}

void SqliteConnection::fail(int code, std::string_view name) const {
    const std::string reason = sqlite3_errmsg(handle_.get());
    const std::string message = std::string(name) + ": " + reason;
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw_busy(message);
        case SQLITE_CONSTRAINT:
            throw ConstraintViolation(constraint_of(code), place_of(reason), message);
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
            throw Error(ErrorCode::unavailable, "db.unreachable").with_detail(message);
        default:
            throw std::runtime_error(message);
    }
}

}  // namespace hoiquan::db
