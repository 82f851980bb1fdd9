#pragma once

// Internal to platform/db/testing: short-lived PostgreSQL databases.

#include <optional>
#include <string>

namespace hoiquan::db::testing {

enum class Content { empty, migrated };

/// A fresh database, dropped at the end.
class PostgresDatabase {
public:
    /// `server` is HOIQUAN_TEST_POSTGRES.
    PostgresDatabase(std::string server, Content content);
    PostgresDatabase(const PostgresDatabase&) = delete;
    PostgresDatabase& operator=(const PostgresDatabase&) = delete;
    ~PostgresDatabase();
    const std::string& url() const { return url_; }

private:
    std::string server_;
    std::string name_;
    std::string url_;
};

/// HOIQUAN_TEST_POSTGRES; the first time it is missing, says so on standard error.
std::optional<std::string> postgres_server();

}  // namespace hoiquan::db::testing
