#pragma once

// Which route a request means; part of platform/http.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/http.h"

namespace hoiquan::http {

std::string_view to_string(Method method);
/// HEAD counts as GET; nothing for other methods.
std::optional<Method> parse_method(std::string_view text);

using PathParams = std::vector<std::pair<std::string, std::string>>;

struct Match {
    const Route* route = nullptr;  ///< Absent: 404 when `allowed` is empty, else 405.
    PathParams params;
    std::vector<Method> allowed;
};
Match match(const std::vector<Route>& routes, std::optional<Method> method, std::string_view path);

}  // namespace hoiquan::http
