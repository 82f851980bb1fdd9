#include "platform/db/migrations.h"

#include <algorithm>

#include "base/error.h"
#include "platform/db/connection.h"
#include "platform/db/sql.h"

namespace hoiquan::db {

namespace {

// Both engines understand it as it stands; older programs must be able to read the table of newer
// ones.
constexpr const char* kCreateTable =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    "version BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT "
    "NULL)";

struct Applied {
    int version = 0;
    std::string name;
    std::string checksum;
};

const MigrationText& text_for(Engine engine, const Migration& step) {
    return engine == Engine::sqlite ? step.sqlite : step.postgres;
}

std::vector<Applied> list_applied(Connection& connection) {
    std::int64_t tables = 0;
    connection.run(
        sql::migration_table_exists, {}, [&](const Row& row) { tables = row.integer(0); });
    std::vector<Applied> out;
    if (tables == 0) {
        return out;
    }
    connection.run(sql::list_migrations, {}, [&](const Row& row) {
        out.push_back({row.get<int>(0), row.get<std::string>(1), row.get<std::string>(2)});
    });
    return out;
}

[[noreturn]] void refuse(const char* key, const std::string& detail) {
    throw Error(ErrorCode::unavailable, key).with_detail(detail);
}

/// What was applied must be the beginning of what this program knows, letter by letter.
void require_same_history(Engine engine,
                          const std::vector<Applied>& applied,
                          std::span<const Migration> steps) {
    for (std::size_t i = 0; i < applied.size(); ++i) {
        const Applied& done = applied[i];
        const std::string label = std::to_string(done.version) + " " + done.name;
        if (i >= steps.size()) {
            refuse("db.schema_too_new", "step " + label + " is not known to this program");
        }
        if (done.version != steps[i].version ||
            done.checksum != text_for(engine, steps[i]).checksum) {
            refuse("db.schema_changed",
                   "step " + label + " is not the one this program was built with");
        }
    }
}

Backend& backend_of(Database& database) {
    return dynamic_cast<Backend&>(database);
}

/// Applies the first step that is missing; false when there is none.
bool apply_next(Connection& connection,
                std::span<const Migration> steps,
                Instant now,
                MigrationReport& report) {
    connection.script(kCreateTable);
    const std::vector<Applied> applied = list_applied(connection);
    require_same_history(connection.engine(), applied, steps);
    report.to = applied.empty() ? 0 : applied.back().version;
    if (applied.size() == steps.size()) {
        return false;
    }
    const Migration& step = steps[applied.size()];
    const MigrationText& text = text_for(connection.engine(), step);
    connection.script(std::string(text.sql));
    connection.run(sql::insert_migration, {step.version, step.name, text.checksum, now}, {});
    report.applied.emplace_back(step.name);
    return true;
}

}  // namespace

MigrationReport migrate(Database& database, std::span<const Migration> steps) {
    Backend& backend = backend_of(database);
    MigrationReport report;
    const auto version = [](const std::vector<Applied>& applied) {
        return applied.empty() ? 0 : applied.back().version;
    };
    backend.with_connection(
        [&](Connection& connection) { report.from = version(list_applied(connection)); });
    bool more = true;
    while (more) {
        const Instant now = config::system_clock().now();
        backend.run_schema(
            [&](Connection& connection) { more = apply_next(connection, steps, now, report); });
    }
    return report;
}

MigrationReport migrate(Database& database) {
    return migrate(database, embedded_migrations());
}

void check_schema(Database& database, std::span<const Migration> steps) {
    backend_of(database).with_connection([&](Connection& connection) {
        const std::vector<Applied> applied = list_applied(connection);
        require_same_history(connection.engine(), applied, steps);
        if (applied.size() < steps.size()) {
            refuse("db.schema_too_old",
                   "step " + std::string(steps[applied.size()].name) + " was not applied yet");
        }
    });
}

void check_schema(Database& database) {
    check_schema(database, embedded_migrations());
}

}  // namespace hoiquan::db
