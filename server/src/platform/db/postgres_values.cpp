#include "platform/db/postgres_values.h"

#include <array>
#include <charconv>
#include <limits>
#include <stdexcept>

#include <libpq-fe.h>

#include "platform/db/sqlite_values.h"

namespace hoiquan::db {

namespace {

// Of pg_type.h, which belongs to the server's own headers.
constexpr Oid kBool = 16;
constexpr Oid kBytea = 17;
constexpr Oid kFloat4 = 700;
constexpr Oid kFloat8 = 701;

constexpr int kText = 0;
constexpr int kBinary = 1;

template <class T>
std::string to_text(T value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

template <class T>
std::optional<T> parse(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional<T>(value) : std::nullopt;
}

int hex_value(char digit) {
    return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

/// "\x0aff", as the server writes bytea.
std::string from_hex(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
        out += static_cast<char>(hex_value(text[i]) * 16 + hex_value(text[i + 1]));
    }
    return out;
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
    return parse<std::int64_t>(text);
}

struct PostgresParams::Add {
    PostgresParams& out;

    void operator()(std::monostate) const { out.add(nullptr, 0, kText); }
    void operator()(std::int64_t value) const { number(to_text(value)); }
    void operator()(double value) const { number(to_text(value)); }
    void operator()(const std::string& value) const {
        require_storable(value);
        out.add(value.c_str(), value.size(), kText);
    }
    void operator()(const Param::Blob& value) const {
        // A null pointer would mean NULL instead of no bytes.
        out.add(value.bytes.empty() ? "" : value.bytes.data(), value.bytes.size(), kBinary);
    }
    void number(std::string text) const {
        out.numbers_.push_back(std::move(text));
        out.add(out.numbers_.back().c_str(), out.numbers_.back().size(), kText);
    }
};

PostgresParams::PostgresParams(const Params& params) {
    // No reallocation later: values_ points into the strings.
    numbers_.reserve(params.size());
    values_.reserve(params.size());
    lengths_.reserve(params.size());
    formats_.reserve(params.size());
    for (const Param& param : params) {
        std::visit(Add{*this}, param.value());
    }
}

void PostgresParams::add(const char* value, std::size_t length, int format) {
    if (length > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw std::length_error("a value of " + std::to_string(length) + " bytes");
    }
    values_.push_back(value);
    lengths_.push_back(static_cast<int>(length));
    formats_.push_back(format);
}

void PostgresRow::require_column(int column) const {
    if (column < 0 || column >= PQnfields(result_)) {
        throw std::logic_error("there is no column " + std::to_string(column) + " in the result");
    }
}

void PostgresRow::refuse(int column, std::string_view is, std::string_view wanted) const {
    throw std::runtime_error("column " + std::string(PQfname(result_, column)) + " is " +
                             std::string(is) + ", not " + std::string(wanted));
}

std::string_view PostgresRow::raw(int column, std::string_view wanted) const {
    if (is_null(column)) {
        refuse(column, "NULL", wanted);
    }
    return {PQgetvalue(result_, row_, column),
            static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

bool PostgresRow::is_null(int column) const {
    require_column(column);
    return PQgetisnull(result_, row_, column) != 0;
}

std::int64_t PostgresRow::integer(int column) const {
    const std::string_view text = raw(column, "an integer");
    if (PQftype(result_, column) == kBool) {
        return text == "t" ? 1 : 0;
    }
    const auto value = parse_integer(text);
    const Oid type = PQftype(result_, column);
    if (!value || type == kFloat4 || type == kFloat8) {
        refuse(column, "something else", "an integer");
    }
    return *value;
}

double PostgresRow::real(int column) const {
    const auto value = parse<double>(raw(column, "a number"));
    if (!value) {
        refuse(column, "something else", "a number");
    }
    return *value;
}

std::string_view PostgresRow::text(int column) const {
    const std::string_view text = raw(column, "text");
    if (PQftype(result_, column) == kBytea) {
        refuse(column, "bytes", "text");
    }
    return text;
}

std::string PostgresRow::blob(int column) const {
    const std::string_view text = raw(column, "bytes");
    return PQftype(result_, column) == kBytea ? from_hex(text) : std::string(text);
}

}  // namespace hoiquan::db
