#pragma once

// Limits that are more than a date: hours, days counted from an event, a range of days.

#include <optional>

#include "reader/deadlines.h"

namespace hoiquan::reader {

/// "17 giờ 00 phút ngày …", "17h00 ngày …": the word where the hour before `word` begins, else
/// `word`.
std::size_t hour_before(const Text& text, std::size_t word, std::size_t start);

/// "trong 05 ngày làm việc kể từ ngày nhận", "trong vòng 24 giờ": a limit without a day.
std::optional<Deadline> counted_limit(const Text& text, Span span);

/// A day or month without a year.
struct Yearless {
    unsigned month = 0;
    unsigned day = 0;  ///< 0 for the whole month.
    std::size_t end = 0;
    /// The first such day on or after this one.
    std::optional<Date> from(Date earliest) const;
};

/// "25/12", "25 tháng 12" or "tháng 8", no year behind.
std::optional<Yearless> yearless_at(const Text& text, std::size_t word, std::size_t end);

/// The word "từ" of "từ ngày 01/3 đến ngày …" when `word` is the second day's limit ("đến").
std::optional<std::size_t> range_start(const Text& text, std::size_t word, std::size_t start);

}  // namespace hoiquan::reader
