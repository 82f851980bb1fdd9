#pragma once

// The invented Conclusion of the demonstration data, in words of our own, dated relative to a day.

#include <string>

#include "base/dates.h"

namespace hoiquan::app {

/// The text as an office would receive it, issued on `issued`; its deadlines lie around `today`.
std::string demo_conclusion(const Date& issued, const Date& today);

/// A short notice that still waits for its review.
std::string demo_notice(const Date& today);

}  // namespace hoiquan::app
