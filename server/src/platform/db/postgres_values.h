#pragma once

// Internal to platform/db: values in and out of a PostgreSQL statement.

#include <string>
#include <vector>

#include "platform/db/db.h"

struct pg_result;

namespace hoiquan::db {

/// Nothing unless the whole text is a number.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// Parameters as libpq wants them: text, except bytes, which travel as they are. The Params must
/// outlive it.
class PostgresParams {
public:
    explicit PostgresParams(const Params& params);
    int count() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    struct Add;
    void add(const char* value, std::size_t length, int format);

    std::vector<std::string> numbers_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

class PostgresRow final : public Row {
public:
    explicit PostgresRow(const pg_result* result) : result_(result) {}
    void move_to(int row) { row_ = row; }
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string blob(int column) const override;

private:
    void require_column(int column) const;
    /// The characters that the server sent; throws for NULL.
    std::string_view raw(int column, std::string_view wanted) const;
    [[noreturn]] void refuse(int column, std::string_view is, std::string_view wanted) const;

    const pg_result* result_;
    int row_ = 0;
};

}  // namespace hoiquan::db
