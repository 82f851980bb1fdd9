#include "base/dates.h"

#include <doctest/doctest.h>

using hoiquan::Date;
using hoiquan::Instant;

TEST_CASE("Date: only real days") {
    CHECK(Date::of(2024, 2, 29));
    CHECK_FALSE(Date::of(2023, 2, 29));
    CHECK_FALSE(Date::of(2023, 0, 1));
    CHECK_FALSE(Date::of(2023, 13, 1));
    CHECK_FALSE(Date::of(0, 1, 1));
    CHECK(Date::parse_iso("2026-11-23")->dd_mm_yyyy() == "23/11/2026");
    CHECK_FALSE(Date::parse_iso("2026-11-31"));
    CHECK_FALSE(Date::parse_iso("2026-1-31"));
    CHECK_FALSE(Date::parse_iso("2026-11-23 "));
    CHECK_FALSE(Date::parse_iso(""));
}

TEST_CASE("Date: months end where they end") {
    CHECK(Date::of(2024, 2, 1)->last_of_month().iso() == "2024-02-29");
    CHECK(Date::of(2025, 12, 31)->last_of_month().iso() == "2025-12-31");
    CHECK(days_between(*Date::of(2025, 12, 31), *Date::of(2026, 1, 2)) == 2);
    CHECK(Date::of(2026, 3, 1)->plus_days(-1).iso() == "2026-02-28");
}

TEST_CASE("PartialDate: a month without its day stays a month") {
    const auto month = hoiquan::parse_partial_date("2022-07");
    REQUIRE(month);
    CHECK(month->precision == hoiquan::DatePrecision::month);
    CHECK(to_iso(*month) == "2022-07");
    CHECK(to_display(*month) == "07/2022");
    CHECK(to_display(*hoiquan::parse_partial_date("2022")) == "2022");
    CHECK(to_display(*hoiquan::parse_partial_date("2022-07-05")) == "05/07/2022");
    CHECK_FALSE(hoiquan::parse_partial_date("2022-13"));
    CHECK_FALSE(hoiquan::parse_partial_date("22"));
    CHECK(hoiquan::parse_date_precision("year") == hoiquan::DatePrecision::year);
    CHECK_FALSE(hoiquan::parse_date_precision("week"));
}

TEST_CASE("Instant: text there and back, the day of Vietnam") {
    const auto at = Instant::parse_iso("2026-11-22T18:30:00.000250Z");
    REQUIRE(at);
    CHECK(at->iso() == "2026-11-22T18:30:00.000250Z");
    CHECK(at->date_in_vietnam().iso() == "2026-11-23");
    CHECK(Instant::parse_iso("1969-12-31T23:59:59Z")->iso() == "1969-12-31T23:59:59.000000Z");
    CHECK_FALSE(Instant::parse_iso("2026-11-22T24:00:00Z"));
    CHECK_FALSE(Instant::parse_iso("2026-11-22"));
    CHECK(hoiquan::far_future_instant().iso() == "9999-12-31T23:59:59.999999Z");
}
