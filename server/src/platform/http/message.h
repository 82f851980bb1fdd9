#pragma once

// A request as it came off the wire, without Beast, and what every request passes before a handler.
// Part of platform/http.

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/http.h"
#include "platform/http/metrics.h"

namespace hoiquan::http {

/// What the server has read: the head first, the body only once the head has been let through.
struct Message {
    std::string method;
    std::string target;
    int version = 11;                                          ///< 10 or 11.
    std::vector<std::pair<std::string, std::string>> headers;  ///< Names in lower case.
    std::string body;
    std::string peer;  ///< Address of the socket's other end.

    std::string_view header(std::string_view lower_name) const;
    std::size_t count(std::string_view lower_name) const;
};

/// Query parameters in order, percent-decoded.
using Query = std::vector<std::pair<std::string, std::string>>;
struct Target {
    std::string path;
    Query query;
};
/// Nothing for a target that is no path, is not UTF-8 or has a broken escape.
std::optional<Target> parse_target(std::string_view target);

/// Faults of the head that end the connection: 400, 411, 417 or nothing.
std::optional<int> refuse_head(const Message& head);

/// The client behind trusted proxies.
class Proxies {
public:
    /// Throws std::runtime_error naming a range that is no CIDR.
    explicit Proxies(const std::vector<std::string>& ranges);
    bool is_trusted(const std::string& address) const;
    /// The rightmost address of X-Forwarded-For that is no trusted proxy.
    std::string client_of(const Message& message) const;

private:
    struct Range {
        std::string bytes;
        int bits = 0;
    };
    std::vector<Range> ranges_;
};

/// Everything behind the socket: routes, guards, static files, errors. Blocking; runs on a worker.
class Dispatcher {
public:
    Dispatcher(const config::Settings& settings,
               db::Database& database,
               Router router,
               Assets assets);

    /// How much body this head may bring; looked up before any of it is read.
    std::size_t body_limit(const Message& head) const;
    /// Never throws. HEAD gets its body cut by the server.
    Response answer(const Message& message);
    /// For faults found before a handler could be asked (431, 413, 408, 503 …).
    Response refuse(int status, std::string_view key) const;
    Metrics& metrics() { return metrics_; }

private:
    struct Facts;
    Response route(const Message& message, Facts& facts);
    Response call(const Route& route, Request& request, const Message& message);
    Response serve_asset(const Message& message, const std::string& path) const;
    Response health();
    void finish(Response& response, const Message& message, const Facts& facts) const;

    const config::Settings& settings_;
    db::Database& database_;
    Router router_;
    Assets assets_;
    Proxies proxies_;
    Metrics metrics_;
};

/// A fresh number for a request; 26 characters, rising.
std::string make_request_number();

}  // namespace hoiquan::http
