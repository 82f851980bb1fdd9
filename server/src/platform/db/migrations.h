#pragma once

// Internal to platform/db: the steps of the schema, as data, so that tests can bring their own.

#include <span>
#include <string_view>
#include <vector>

#include "platform/db/db.h"

namespace hoiquan::db {

struct MigrationText {
    std::string_view checksum;
    std::string_view sql;
};

struct Migration {
    int version = 0;
    std::string_view name;
    MigrationText sqlite;
    MigrationText postgres;
};

/// Those of server/migrations, made by the build; rising.
std::vector<Migration> embedded_migrations();

MigrationReport migrate(Database& database, std::span<const Migration> steps);
void check_schema(Database& database, std::span<const Migration> steps);

}  // namespace hoiquan::db
