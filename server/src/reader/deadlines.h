#pragma once

// By when, and how often.

#include <optional>
#include <string>

#include "base/dates.h"
#include "reader/text_view.h"

namespace hoiquan::reader {

struct Deadline {
    Span phrase;
    std::optional<Date> date;  ///< Its last day; nothing for open phrases.
    double confidence = 0.0;
    bool yearless = false;  ///< The year is not written, it follows from the document's date.
};

/// In running text. Dates before `issued` are background.
std::optional<Deadline> deadline_in(const Text& text, Span span, std::optional<Date> issued);

/// The value behind a label such as "Thời gian thực hiện:".
std::optional<Deadline> deadline_of_label(const Text& text, Span value);

struct Recurrence {
    std::string value;  ///< monthly, quarterly, half-yearly, yearly, regular.
    Span span;
    std::optional<Span> phrase;  ///< A date that returns ("trước ngày 15/12 hằng năm").
};

std::optional<Recurrence> recurrence_in(const Text& text, Span span);
std::optional<Recurrence> recurrence_of_label(const Text& text, Span value);

}  // namespace hoiquan::reader
