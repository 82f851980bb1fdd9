#pragma once

#include <cstdint>
#include <filesystem>

#include "platform/config/config.h"

namespace hoiquan::app {

/// Writes a consistent copy of the database to `out` while the server runs: a SQLite file, or what
/// pg_dump makes. Keys are not in it. Throws std::runtime_error with one clear sentence.
void backup(const config::Settings& settings, const std::filesystem::path& out);

/// Restores into an empty data folder (SQLite) or an empty database (PostgreSQL), copies the keys
/// and verifies the audit chain with them; the number of events verified. Nothing is left in
/// the folder when the keys do not fit; a PostgreSQL database is then to be dropped by hand.
std::int64_t restore(const config::Settings& settings,
                     const std::filesystem::path& from,
                     const std::filesystem::path& keys_dir);

}  // namespace hoiquan::app
