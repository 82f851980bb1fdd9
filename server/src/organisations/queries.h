#pragma once

// Query parameters as the routes of this folder read them. Part of organisations.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>

#include "base/error.h"
#include "organisations/json.h"
#include "organisations/organisations.h"

namespace hoiquan::organisations::queries {

[[noreturn]] inline void refuse(std::string_view name,
                                const char* key,
                                std::vector<std::pair<std::string, std::string>> args = {}) {
    throw Error(
        ErrorCode::invalid, "field.faults", {{"/" + std::string(name), key, std::move(args)}});
}

inline std::optional<Date> date_query(const http::Request& request, std::string_view name) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const auto date = Date::parse_iso(*text);
    if (!date) {
        refuse(name, "field.bad_date", {{"value", *text}});
    }
    return date;
}

template <class Parse>
auto choice_query(const http::Request& request, std::string_view name, Parse parse)
    -> decltype(parse(std::string_view())) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    auto value = parse(std::string_view(*text));
    if (!value) {
        refuse(name, "field.unknown_value");
    }
    return value;
}

inline View view_of(const http::Request& request, const db::ReadTx& tx) {
    return {date_query(request, "as_of").value_or(tx.today()), date_query(request, "known_on")};
}

template <class Items>
boost::json::array array_of(const Items& items) {
    boost::json::array out;
    for (const auto& item : items) {
        out.push_back(to_json(item));
    }
    return out;
}

}  // namespace hoiquan::organisations::queries
