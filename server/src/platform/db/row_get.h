#pragma once

// Conversions of Row::get<T>; part of platform/db/db.h.

#include <string>
#include <utility>

#include "platform/db/db.h"

namespace hoiquan::db {

namespace detail {

[[noreturn]] void bad_value(int column, std::string_view text);

template <class T>
struct Get;

template <class T>
requires std::is_integral_v<T>
struct Get<T> {
    static T from(const Row& row, int column) {
        const std::int64_t value = row.integer(column);
        if (!std::in_range<T>(value)) {
            bad_value(column, std::to_string(value));
        }
        return static_cast<T>(value);
    }
};
template <>
struct Get<bool> {
    static bool from(const Row& row, int column) { return row.integer(column) != 0; }
};
template <>
struct Get<double> {
    static double from(const Row& row, int column) { return row.real(column); }
};
template <>
struct Get<std::string> {
    static std::string from(const Row& row, int column) { return std::string(row.text(column)); }
};
template <>
struct Get<Date> {
    static Date from(const Row& row, int column) {
        const auto date = Date::parse_iso(row.text(column));
        return date ? *date : (bad_value(column, row.text(column)), Date());
    }
};
template <>
struct Get<Instant> {
    static Instant from(const Row& row, int column) {
        const auto instant = Instant::parse_iso(row.text(column));
        return instant ? *instant : (bad_value(column, row.text(column)), Instant());
    }
};
template <class Tag>
struct Get<Id<Tag>> {
    static Id<Tag> from(const Row& row, int column) {
        return Id<Tag>(std::string(row.text(column)));
    }
};
template <class T>
struct Get<std::optional<T>> {
    static std::optional<T> from(const Row& row, int column) {
        return row.is_null(column) ? std::nullopt : std::optional<T>(Get<T>::from(row, column));
    }
};

}  // namespace detail

template <class T>
T Row::get(int column) const {
    return detail::Get<T>::from(*this, column);
}

}  // namespace hoiquan::db
