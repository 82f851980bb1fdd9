#pragma once

// What the routes of this folder take out of a request. Private to members.

#include <optional>
#include <string>
#include <string_view>

#include "members/identity.h"
#include "platform/http/http.h"

namespace hoiquan::members::queries {

inline constexpr std::string_view kXlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

inline std::optional<std::string> text(const http::Request& request, std::string_view name) {
    auto value = request.query(name);
    return value && value->empty() ? std::nullopt : value;
}

template <class Parse>
auto choice(const http::Request& request, std::string_view name, Parse parse)
    -> decltype(parse(std::string_view())) {
    const auto value = text(request, name);
    if (!value) {
        return std::nullopt;
    }
    auto parsed = parse(std::string_view(*value));
    if (!parsed) {
        throw Error(ErrorCode::invalid,
                    "field.faults",
                    {{"/" + std::string(name), "field.unknown_value", {{"value", *value}}}});
    }
    return parsed;
}

inline IdentityKeys keys(const http::Request& request) {
    return IdentityKeys::load_or_make(request.settings().data_dir / "keys");
}

}  // namespace hoiquan::members::queries
