#include "platform/http/router.h"

#include <algorithm>
#include <utility>

namespace hoiquan::http {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> out;
    std::size_t from = 0;
    while (from < path.size()) {
        const auto slash = std::min(path.find('/', from), path.size());
        out.push_back(path.substr(from, slash - from));
        from = slash + 1;
    }
    return out;
}

bool is_param(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// The parameters when the path fits the pattern; literal segments win over parameters by order of
/// weight.
std::optional<PathParams> fit(std::string_view pattern, const std::vector<std::string_view>& path) {
    const auto wanted = segments_of(pattern);
    if (wanted.size() != path.size()) {
        return std::nullopt;
    }
    PathParams params;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (is_param(wanted[i]) && !path[i].empty()) {
            params.emplace_back(wanted[i].substr(1, wanted[i].size() - 2), path[i]);
        } else if (wanted[i] != path[i]) {
            return std::nullopt;
        }
    }
    return params;
}

}  // namespace

std::string_view to_string(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::del:
            return "DELETE";
    }
    return "GET";
}

std::optional<Method> parse_method(std::string_view text) {
    if (text == "HEAD") {
        return Method::get;
    }
    for (const auto method : {Method::get, Method::post, Method::put, Method::patch, Method::del}) {
        if (text == to_string(method)) {
            return method;
        }
    }
    return std::nullopt;
}

Match match(const std::vector<Route>& routes, std::optional<Method> method, std::string_view path) {
    Match out;
    const auto segments = segments_of(path);
    for (const auto& route : routes) {
        auto params = fit(route.pattern, segments);
        if (!params) {
            continue;
        }
        if (std::find(out.allowed.begin(), out.allowed.end(), route.method) == out.allowed.end()) {
            out.allowed.push_back(route.method);
        }
        // "/organisations/tree" fits "/organisations/{id}" too: fewer parameters win.
        if (method == route.method &&
            (out.route == nullptr || params->size() < out.params.size())) {
            out.route = &route;
            out.params = std::move(*params);
        }
    }
    return out;
}

void Router::get(std::string pattern, Guard guard, Handler handler) {
    add(Method::get, std::move(pattern), guard, std::move(handler), false);
}
void Router::post(std::string pattern, Guard guard, Handler handler) {
    add(Method::post, std::move(pattern), guard, std::move(handler), false);
}
void Router::put(std::string pattern, Guard guard, Handler handler) {
    add(Method::put, std::move(pattern), guard, std::move(handler), false);
}
void Router::patch(std::string pattern, Guard guard, Handler handler) {
    add(Method::patch, std::move(pattern), guard, std::move(handler), false);
}
void Router::del(std::string pattern, Guard guard, Handler handler) {
    add(Method::del, std::move(pattern), guard, std::move(handler), false);
}
void Router::upload(std::string pattern, Guard guard, Handler handler) {
    add(Method::post, std::move(pattern), guard, std::move(handler), true);
}
void Router::add(Method method, std::string pattern, Guard guard, Handler handler, bool is_upload) {
    routes_.push_back({method, std::move(pattern), guard, std::move(handler), is_upload});
}

}  // namespace hoiquan::http
