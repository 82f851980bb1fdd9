#pragma once

// Numbers of documents ("17-CT/TW", "36/2025/NQ-HĐND") and dates.

#include <optional>
#include <string>

#include "base/dates.h"
#include "reader/text_view.h"

namespace hoiquan::reader {

struct DocumentNumber {
    Span span;
    std::string number;   ///< "17", "36/2025"; empty if left blank.
    std::string symbol;   ///< "CT/TW", "NQ-HĐND".
    std::string written;  ///< "17-CT/TW", blanks removed.
};

/// Reads a number that starts at `at` (a digit); it must carry letters.
std::optional<DocumentNumber> number_at(const Text& text, std::size_t at, std::size_t end);
/// Reads what stands behind "Số": the digits may have been left blank.
std::optional<DocumentNumber> own_number_at(const Text& text, std::size_t at, std::size_t end);

struct DateHit {
    Span span;         ///< The date itself, without "ngày" before it.
    PartialDate date;  ///< First day.
    Date last;         ///< Last day of it (of the month, quarter, year).
    bool in_words = false;
};

/// "28/8/2012", "28 tháng 8 năm 2012", "tháng 8/2012", "quý III/2025", "năm 2025", at this word.
std::optional<DateHit> date_at(const Text& text, std::size_t word, std::size_t end);

}  // namespace hoiquan::reader
