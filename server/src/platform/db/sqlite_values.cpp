#include "platform/db/sqlite_values.h"

#include <algorithm>
#include <stdexcept>

#include <sqlite3.h>

#include "base/error.h"
#include "base/text.h"

namespace hoiquan::db {

namespace {

struct Bind {
    sqlite3_stmt* prepared;
    int index;

    int operator()(std::monostate) const { return sqlite3_bind_null(prepared, index); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(prepared, index, value); }
    int operator()(double value) const { return sqlite3_bind_double(prepared, index, value); }
    int operator()(const std::string& value) const {
        require_storable(value);
        return sqlite3_bind_text64(
            prepared, index, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(const Param::Blob& value) const {
        // A null pointer would bind NULL instead of no bytes.
        const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
        return sqlite3_bind_blob64(prepared, index, bytes, value.bytes.size(), SQLITE_STATIC);
    }
};

std::string_view type_name(int type) {
    switch (type) {
        case SQLITE_INTEGER:
            return "an integer";
        case SQLITE_FLOAT:
            return "a real number";
        case SQLITE_TEXT:
            return "text";
        case SQLITE_BLOB:
            return "bytes";
        default:
            return "NULL";
    }
}

}  // namespace

void require_count(const Statement& statement, const Params& params, int wanted) {
    if (params.size() != static_cast<std::size_t>(wanted)) {
        throw std::logic_error(std::string(statement.name) + ": has " + std::to_string(wanted) +
                               " placeholders but was given " + std::to_string(params.size()) +
                               " values");
    }
}

void require_storable(std::string_view text) {
    const auto is_plain = [](char c) { return static_cast<signed char>(c) > 0; };
    const bool plain = std::all_of(text.begin(), text.end(), is_plain);
    if (!plain && (text.find('\0') != std::string_view::npos || !is_valid_utf8(text))) {
        throw Error(ErrorCode::invalid, "db.text_refused");
    }
}

int bind_value(sqlite3_stmt* prepared, int index, const Param::Value& value) {
    return std::visit(Bind{prepared, index}, value);
}

int SqliteRow::type(int column) const {
    if (column < 0 || column >= sqlite3_data_count(prepared_)) {
        throw std::logic_error("there is no column " + std::to_string(column) + " in the result");
    }
    return sqlite3_column_type(prepared_, column);
}

void SqliteRow::refuse(int column, std::string_view wanted) const {
    throw std::runtime_error("column " + std::string(sqlite3_column_name(prepared_, column)) +
                             " is " + std::string(type_name(type(column))) + ", not " +
                             std::string(wanted));
}

bool SqliteRow::is_null(int column) const {
    return type(column) == SQLITE_NULL;
}

std::int64_t SqliteRow::integer(int column) const {
    if (type(column) != SQLITE_INTEGER) {
        refuse(column, "an integer");
    }
    return sqlite3_column_int64(prepared_, column);
}

double SqliteRow::real(int column) const {
    if (const int is = type(column); is != SQLITE_FLOAT && is != SQLITE_INTEGER) {
        refuse(column, "a number");
    }
    return sqlite3_column_double(prepared_, column);
}

std::string_view SqliteRow::text(int column) const {
    if (const int is = type(column); is == SQLITE_NULL || is == SQLITE_BLOB) {
        refuse(column, "text");
    }
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(prepared_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column))};
}

std::string SqliteRow::blob(int column) const {
    if (const int is = type(column); is != SQLITE_BLOB && is != SQLITE_TEXT) {
        refuse(column, "bytes");
    }
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(prepared_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column));
    return size == 0 ? std::string() : std::string(bytes, size);
}

}  // namespace hoiquan::db
