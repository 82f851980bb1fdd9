#pragma once

// Civil dates of Vietnam (fixed UTC+7) and instants (UTC). Nothing here asks a clock.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoiquan {

/// A day of the civil calendar. Always a real day; kept as text "YYYY-MM-DD" in the database.
class Date {
public:
    Date() = default;
    explicit Date(std::chrono::sys_days day) : day_(day) {}
    /// Nothing for a day that is not in the calendar (31/02).
    static std::optional<Date> of(int year, unsigned month, unsigned day);
    /// "YYYY-MM-DD" and nothing else.
    static std::optional<Date> parse_iso(std::string_view text);
    std::string iso() const;
    /// "05/09/2026", the official short form.
    std::string dd_mm_yyyy() const;
    int year() const;
    unsigned month() const;
    unsigned day() const;
    std::chrono::sys_days days() const { return day_; }
    Date plus_days(int n) const { return Date(day_ + std::chrono::days(n)); }
    Date last_of_month() const;
    friend bool operator==(const Date&, const Date&) = default;
    friend auto operator<=>(const Date&, const Date&) = default;

private:
    std::chrono::sys_days day_{};
};

/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(const Date& from, const Date& to);

/// How finely a date is known; the date itself is then the first day of its month or year.
enum class DatePrecision { day, month, year };
std::string_view to_string(DatePrecision precision);
std::optional<DatePrecision> parse_date_precision(std::string_view text);

struct PartialDate {
    Date date;
    DatePrecision precision = DatePrecision::day;
    friend bool operator==(const PartialDate&, const PartialDate&) = default;
};
/// "2022-07-05", "2022-07" or "2022".
std::optional<PartialDate> parse_partial_date(std::string_view text);
std::string to_iso(const PartialDate& date);
/// "05/07/2022", "07/2022" or "2022".
std::string to_display(const PartialDate& date);

/// The open end of a validity interval (`valid_to` exclusive).
Date far_future();  // 9999-12-31

/// A moment, UTC, to the microsecond; kept as text "YYYY-MM-DDTHH:MM:SS.ffffffZ".
class Instant {
public:
    Instant() = default;
    explicit Instant(std::int64_t unix_microseconds) : us_(unix_microseconds) {}
    static std::optional<Instant> parse_iso(std::string_view text);
    std::string iso() const;
    std::int64_t unix_microseconds() const { return us_; }
    /// The civil day in Vietnam at that moment.
    Date date_in_vietnam() const;
    Instant plus_seconds(std::int64_t n) const { return Instant(us_ + n * 1'000'000); }
    friend bool operator==(const Instant&, const Instant&) = default;
    friend auto operator<=>(const Instant&, const Instant&) = default;

private:
    std::int64_t us_ = 0;
};

/// The open end of `recorded_to`: "9999-12-31T23:59:59.999999Z".
Instant far_future_instant();

}  // namespace hoiquan
