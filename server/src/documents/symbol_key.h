#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/dates.h"

namespace hoiquan::documents {

/// "45-KL/TU", "Số 45 - KL/TU" and number "45" with symbol "KL/TU" give one key. Empty when there
/// is no number: a blank number identifies nothing.
std::string symbol_key(std::string_view number_symbol);
std::string symbol_key(const std::optional<std::string>& number,
                       const std::optional<std::string>& symbol);

/// As printed: "45-KL/TU", "757/QĐ-UBND", "-KL/TU" without a number.
std::string number_symbol(const std::optional<std::string>& number,
                          const std::optional<std::string>& symbol);

/// Whether two dates may be the same day, as far as both are known.
bool may_be_same(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b);

}  // namespace hoiquan::documents
