#pragma once

// Structured log: one JSON object a line on standard error. Never a secret, a password, a token,
// or the content of a document.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace hoiquan::config {

using LogValue = std::variant<std::string, long long, double, bool>;
using LogField = std::pair<std::string_view, LogValue>;

void set_log_level(std::string_view level);  ///< debug, info, warning, error, off
void log_debug(std::string_view event, std::initializer_list<LogField> fields = {});
void log_info(std::string_view event, std::initializer_list<LogField> fields = {});
void log_warning(std::string_view event, std::initializer_list<LogField> fields = {});
void log_error(std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace hoiquan::config
