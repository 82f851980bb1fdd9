#pragma once

// Internal to platform/db: one PostgreSQL connection.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/db/connection.h"

struct pg_conn;
struct pg_result;

namespace hoiquan::db {

class PostgresConnection final : public Connection {
public:
    /// Throws Error(unavailable, "db.unreachable").
    PostgresConnection(const std::string& url, int busy_timeout_ms);

    Engine engine() const override { return Engine::postgres; }
    void prepare(const Statement& statement) override;
    void backup_to(const std::string& path) override;
    bool usable() const override;

private:
    struct Close {
        void operator()(pg_conn* connection) const;
        void operator()(pg_result* result) const;
    };
    using Handle = std::unique_ptr<pg_conn, Close>;
    using Result = std::unique_ptr<pg_result, Close>;
    struct Cached {
        std::string sql;
        std::string name;
    };

    void do_begin(Mode mode) override;
    void do_commit() override;
    void do_rollback() noexcept override;
    std::int64_t do_run(const Statement& statement,
                        const Params& params,
                        const RowCallback& row) override;
    void do_script(const std::string& sql) override;

    const std::string& prepared_name(const Statement& statement);
    void prepare_as(const std::string& name, const Statement& statement);
    Result execute(const char* sql, std::string_view name);
    /// Throws what the server said, if it was an error.
    void check(const pg_result* result, std::string_view name) const;

    Handle handle_;
    // By the address of the text, which is a constant of the program; `sql` guards against another
    // text at the same address.
    std::unordered_map<const char*, Cached> cache_;
    int next_name_ = 1;
};

}  // namespace hoiquan::db
