#include "base/dates.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace hoiquan {

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kVietnamOffset = 25'200 * kSecond;  // UTC+7

/// Exactly `length` digits at `at`; nothing otherwise.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t length) {
    if (at + length > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(at, length)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::year_month_day civil(std::chrono::sys_days day) {
    return std::chrono::year_month_day(day);
}

template <class... Args>
std::string format(const char* pattern, Args... args) {
    std::array<char, 40> buffer{};
    const int n = std::snprintf(buffer.data(), buffer.size(), pattern, args...);
    return {buffer.data(), static_cast<std::size_t>(n)};
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999) {
        return std::nullopt;
    }
    const std::chrono::year_month_day ymd{
        std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return ymd.ok() ? std::optional<Date>(Date(std::chrono::sys_days(ymd))) : std::nullopt;
}

std::optional<Date> Date::parse_iso(std::string_view text) {
    const auto y = digits(text, 0, 4);
    const auto m = digits(text, 5, 2);
    const auto d = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !y || !m || !d) {
        return std::nullopt;
    }
    return of(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

int Date::year() const {
    return static_cast<int>(civil(day_).year());
}
unsigned Date::month() const {
    return static_cast<unsigned>(civil(day_).month());
}
unsigned Date::day() const {
    return static_cast<unsigned>(civil(day_).day());
}
std::string Date::iso() const {
    return format("%04d-%02u-%02u", year(), month(), day());
}
std::string Date::dd_mm_yyyy() const {
    return format("%02u/%02u/%04d", day(), month(), year());
}

Date Date::last_of_month() const {
    const auto ymd = civil(day_);
    return Date(std::chrono::sys_days(ymd.year() / ymd.month() / std::chrono::last));
}

int days_between(const Date& from, const Date& to) {
    return static_cast<int>((to.days() - from.days()).count());
}

std::string_view to_string(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::day:
            return "day";
        case DatePrecision::month:
            return "month";
        case DatePrecision::year:
            return "year";
    }
    return "day";
}

std::optional<DatePrecision> parse_date_precision(std::string_view text) {
    for (const auto precision : {DatePrecision::day, DatePrecision::month, DatePrecision::year}) {
        if (text == to_string(precision)) {
            return precision;
        }
    }
    return std::nullopt;
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
    const std::string whole(text);
    if (text.size() == 10) {
        const auto date = Date::parse_iso(whole);
        return date ? std::optional(PartialDate{*date, DatePrecision::day}) : std::nullopt;
    }
    if (text.size() == 7) {
        const auto date = Date::parse_iso(whole + "-01");
        return date ? std::optional(PartialDate{*date, DatePrecision::month}) : std::nullopt;
    }
    const auto date = text.size() == 4 ? Date::parse_iso(whole + "-01-01") : std::nullopt;
    return date ? std::optional(PartialDate{*date, DatePrecision::year}) : std::nullopt;
}

std::string to_iso(const PartialDate& date) {
    std::string iso = date.date.iso();
    switch (date.precision) {
        case DatePrecision::day:
            return iso;
        case DatePrecision::month:
            return iso.substr(0, 7);
        case DatePrecision::year:
            return iso.substr(0, 4);
    }
    return iso;
}

std::string to_display(const PartialDate& date) {
    std::string text = date.date.dd_mm_yyyy();
    switch (date.precision) {
        case DatePrecision::day:
            return text;
        case DatePrecision::month:
            return text.substr(3);
        case DatePrecision::year:
            return text.substr(6);
    }
    return text;
}

Date far_future() {
    return Date(std::chrono::sys_days(std::chrono::year(9999) / 12 / 31));
}

std::optional<Instant> Instant::parse_iso(std::string_view text) {
    const auto date = Date::parse_iso(text.substr(0, 10));
    const auto h = digits(text, 11, 2);
    const auto m = digits(text, 14, 2);
    const auto s = digits(text, 17, 2);
    if (!date || text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !h ||
        !m || !s || *h > 23 || *m > 59 || *s > 59 || text.back() != 'Z') {
        return std::nullopt;
    }
    std::int64_t fraction = 0;
    if (text.size() > 20) {
        const std::size_t n = text.size() - 21;
        const auto f = n >= 1 && n <= 6 && text[19] == '.' ? digits(text, 20, n) : std::nullopt;
        if (!f) {
            return std::nullopt;
        }
        fraction = *f;
        for (std::size_t i = n; i < 6; ++i) {
            fraction *= 10;
        }
    }
    const std::int64_t seconds =
        date->days().time_since_epoch().count() * 86'400LL + *h * 3600LL + *m * 60LL + *s;
    return Instant(seconds * kSecond + fraction);
}

std::string Instant::iso() const {
    const std::int64_t day =
        us_ >= 0 ? us_ / (86'400 * kSecond) : -((-us_ + 86'400 * kSecond - 1) / (86'400 * kSecond));
    const std::int64_t rest = us_ - day * 86'400 * kSecond;
    const Date date{std::chrono::sys_days(std::chrono::days(day))};
    const auto seconds = static_cast<int>(rest / kSecond);
    return date.iso() + format("T%02d:%02d:%02d.%06dZ",
                               seconds / 3600,
                               seconds / 60 % 60,
                               seconds % 60,
                               static_cast<int>(rest % kSecond));
}

Date Instant::date_in_vietnam() const {
    return *Date::parse_iso(Instant(us_ + kVietnamOffset).iso().substr(0, 10));
}

Instant far_future_instant() {
    return *Instant::parse_iso("9999-12-31T23:59:59.999999Z");
}

}  // namespace hoiquan
