#pragma once

// Internal to platform/db: one SQLite connection.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/db/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hoiquan::db {

class SqliteConnection final : public Connection {
public:
    enum class Role { reader, writer };

    /// Throws Error(unavailable, "db.unreachable").
    SqliteConnection(const std::string& path, Role role, int busy_timeout_ms);

    Engine engine() const override { return Engine::sqlite; }
    void prepare(const Statement& statement) override;
    void backup_to(const std::string& path) override;
    bool usable() const override { return true; }

private:
    struct Close {
        void operator()(sqlite3* connection) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    using Handle = std::unique_ptr<sqlite3, Close>;
    using Prepared = std::unique_ptr<sqlite3_stmt, Close>;
    struct Cached {
        std::string sql;
        Prepared statement;
        bool in_use = false;
    };
    class Use;

    void do_begin(Mode mode) override;
    void do_commit() override;
    void do_rollback() noexcept override;
    std::int64_t do_run(const Statement& statement,
                        const Params& params,
                        const RowCallback& row) override;
    void do_script(const std::string& sql) override;

    void open(const std::string& path);
    void configure(Role role, int busy_timeout_ms);
    void require_journal_mode_wal();
    void require_foreign_keys_hold();
    Prepared prepare_now(const Statement& statement) const;
    void bind(sqlite3_stmt* prepared, const Statement& statement, const Params& params) const;
    void execute(const char* sql, std::string_view name) const;
    [[noreturn]] void fail(int code, std::string_view name) const;

    Handle handle_;
    // By the address of the text, which is a constant of the program; `sql` guards against another
    // text at the same address.
    std::unordered_map<const char*, Cached> cache_;
    bool in_schema_change_ = false;
};

}  // namespace hoiquan::db
