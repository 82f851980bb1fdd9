#pragma once

// Internal to platform/db: values in and out of a SQLite statement.

#include "platform/db/db.h"

struct sqlite3_stmt;

namespace hoiquan::db {

/// Our mistake, not the user's: the number of values differs from the number of placeholders.
void require_count(const Statement& statement, const Params& params, int wanted);
/// Throws Error(invalid, "db.text_refused") for a NUL and for what is not UTF-8: PostgreSQL cannot
/// store it, so SQLite must not either.
void require_storable(std::string_view text);

/// The value must outlive the run of the statement. Returns SQLite's code.
int bind_value(sqlite3_stmt* prepared, int index, const Param::Value& value);

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* prepared) : prepared_(prepared) {}
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string blob(int column) const override;

private:
    int type(int column) const;
    [[noreturn]] void refuse(int column, std::string_view wanted) const;

    sqlite3_stmt* prepared_;
};

}  // namespace hoiquan::db
