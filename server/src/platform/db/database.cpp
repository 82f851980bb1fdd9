#include "platform/db/pooled_database.h"
#include "platform/db/postgres_connection.h"
#include "platform/db/sqlite_connection.h"

namespace hoiquan::db {

namespace {

std::unique_ptr<Database> open_sqlite(const Options& options, const config::Clock& clock) {
    using Role = SqliteConnection::Role;
    const auto opener = [path = options.sqlite_path, timeout = options.busy_timeout_ms](Role role) {
        return [path, timeout, role] {
            return std::make_unique<SqliteConnection>(path, role, timeout);
        };
    };
    return std::make_unique<PooledDatabase>(
        Engine::sqlite,
        std::chrono::milliseconds(options.busy_timeout_ms),
        clock,
        std::make_unique<Pool>(options.readers, opener(Role::reader)),
        std::make_unique<Pool>(1, opener(Role::writer)));
}

std::unique_ptr<Database> open_postgres(const Options& options, const config::Clock& clock) {
    const auto open = [url = options.url, timeout = options.busy_timeout_ms] {
        return std::make_unique<PostgresConnection>(url, timeout);
    };
    return std::make_unique<PooledDatabase>(Engine::postgres,
                                            std::chrono::milliseconds(options.busy_timeout_ms),
                                            clock,
                                            std::make_unique<Pool>(options.readers, open),
                                            nullptr);
}

}  // namespace

std::unique_ptr<Database> Database::open(const Options& options, const config::Clock& clock) {
    return options.url.empty() ? open_sqlite(options, clock) : open_postgres(options, clock);
}

}  // namespace hoiquan::db
