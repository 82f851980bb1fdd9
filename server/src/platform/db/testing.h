#pragma once

// For tests: a fresh, migrated database on each engine. SQLite lies in a temporary folder;
// PostgreSQL is taken from HOIQUAN_TEST_POSTGRES (a URL whose user may create databases) and
// left out, with a message, where that is not set.

#include <functional>
#include <memory>
#include <string>

#include "platform/db/db.h"

namespace hoiquan::db::testing {

/// Runs `f(database)` on every engine that is there, each time on a fresh migrated database.
/// The clock stands at 2026-03-16T02:00:00Z (a Monday morning in Vietnam) and runs on.
void on_each_engine(const std::function<void(Database&)>& f);

/// The same with databases that hold nothing: for tests of the layer and of migrations themselves.
void on_each_empty_engine(const std::function<void(Database&)>& f);

/// Prepares the statement on the engine of `database`; throws with the engine's message when it is
/// wrong.
void check_prepares(Database& database, const Statement& statement);

}  // namespace hoiquan::db::testing
