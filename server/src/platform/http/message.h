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
#include "platform/http/router.h"

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
    /// Every header of that name: proxies add lines of their own behind those of the client.
    std::string joined(std::string_view lower_name, std::string_view separator) const;
};

/// Query parameters in order, percent-decoded.
using Query = std::vector<std::pair<std::string, std::string>>;
struct Target {
    std::string path;
    Query query;
};
/// Nothing for a target that is no path, is not UTF-8, has a broken escape or hides a slash in one.
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

/// A problem with a status that no ErrorCode has.
Response problem_with_status(int status, const Error& error, std::string_view request_number);
Response plain(int status, std::string text);

/// Everything behind the socket: routes, guards, static files, errors. Blocking; runs on a worker.
class Dispatcher {
public:
    Dispatcher(const config::Settings& settings,
               db::Database& database,
               Router router,
               Assets assets);

    /// How much body this head may bring; looked up before any of it is read.
    std::size_t body_limit(const Message& head) const;
    /// Whether a large body is welcome at all, asked before it is read: who is not signed in must
    /// not be able to fill the memory. Never throws.
    std::optional<Response> refuse_upload(const Message& head);
    /// Never throws. HEAD gets its body cut by the server.
    Response answer(const Message& message);
    /// For faults found before a handler could be asked (431, 413, 408, 503 …).
    Response refuse(int status, std::string_view key);
    Metrics& metrics() { return metrics_; }

private:
    struct Facts;
    static Response guarded(Facts& facts, const std::function<Response()>& f);
    static void finish(Response& response, const Facts& facts);
    void account_for(const Message& message,
                     const Facts& facts,
                     const Response& response,
                     std::chrono::steady_clock::time_point started);
    Response route(const Message& message, Facts& facts);
    void find_session(const Message& message, Facts& facts);
    void demand(const Route& route, const Message& message, const Facts& facts) const;
    Response call(const Route& route,
                  const PathParams& params,
                  const Message& message,
                  const Target& target,
                  Facts& facts);
    Response metrics_page(const Message& message);
    Response health();

    const config::Settings& settings_;
    db::Database& database_;
    Router router_;
    Assets assets_;
    Proxies proxies_;
    Metrics metrics_;
};

/// A fresh number for a request: ten characters of this run of the program, then a count.
std::string make_request_number();

}  // namespace hoiquan::http
