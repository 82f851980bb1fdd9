#pragma once

// For the tests of this folder: one table of every column type, and the plainest statements on it.

#include "platform/db/connection.h"
#include "platform/db/testing.h"

namespace hoiquan::db::fixture {

/// A statement that is the same for both engines.
constexpr Statement both(std::string_view name, std::string_view sql) {
    return {name, sql, sql};
}

inline constexpr Statement insert =
    both("insert", "INSERT INTO thing (id, n, r, t, b) VALUES ($1, $2, $3, $4, $5)");
inline constexpr Statement find = both("find", "SELECT id, n, r, t, b FROM thing WHERE id = $1");
inline constexpr Statement list = both("list", "SELECT id, n FROM thing ORDER BY id LIMIT 1000");
inline constexpr Statement count = both("count", "SELECT COUNT(*) FROM thing");
inline constexpr Statement number = both("number", "SELECT n FROM thing WHERE id = $1");
inline constexpr Statement set_number =
    both("set_number", "UPDATE thing SET n = $1 WHERE id = $2 AND n <> $1");
inline constexpr Statement insert_part =
    both("insert_part", "INSERT INTO part (thing_id) VALUES ($1)");
inline constexpr Statement remove = both("remove", "DELETE FROM thing WHERE id = $1");

inline void create(Database& database) {
    const bool sqlite = database.engine() == Engine::sqlite;
    dynamic_cast<Backend&>(database).run_schema([sqlite](Connection& connection) {
        connection.script(
            std::string(
                "CREATE TABLE thing (id TEXT PRIMARY KEY, n BIGINT CHECK (n >= 0), r DOUBLE ") +
            (sqlite ? "" : "PRECISION") + ", t TEXT, b " + (sqlite ? "BLOB" : "BYTEA") +
            "); CREATE TABLE part (thing_id TEXT NOT NULL REFERENCES thing (id));");
    });
}

inline void on_each_engine(const std::function<void(Database&)>& f) {
    testing::on_each_empty_engine([&f](Database& database) {
        create(database);
        f(database);
    });
}

inline void add(WriteTx& tx, const char* id, std::int64_t n) {
    tx.exec(insert, {id, n, 0.0, "", std::nullopt});
}

}  // namespace hoiquan::db::fixture
