#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>

#include <sodium.h>

#include "base/text.h"
#include "platform/config/log.h"
#include "platform/http/assets.h"
#include "platform/http/message.h"
#include "platform/http/request.h"
#include "platform/http/router.h"

namespace hoiquan::http {

namespace {

constexpr std::size_t kTraceLength = 55;

constexpr std::array<std::pair<const char*, const char*>, 7> kSecurityHeaders{{
    {"Content-Security-Policy",
     "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action "
     "'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
}};

bool is_loopback(const std::string& address) {
    return address == "127.0.0.1" || address == "::1";
}

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

std::optional<std::string> cookie_of(const Message& message, const std::string& name) {
    const std::string all = message.joined("cookie", "; ");
    std::string_view rest = all;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        const auto pair = trim(rest.substr(0, end));
        if (starts_with(pair, name + "=")) {
            return std::string(pair.substr(name.size() + 1));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::nullopt;
}

/// A browser says where a changing request comes from; from another site it is refused.
void demand_same_origin(const Message& message, const config::Settings& settings) {
    const std::string origin(message.header("origin"));
    if (!origin.empty()) {
        const std::string host(message.header("host"));
        const bool is_ours = settings.public_origin.empty()
                                 ? origin == "http://" + host || origin == "https://" + host
                                 : origin == settings.public_origin;
        if (!is_ours) {
            throw Error(ErrorCode::forbidden, "http.other_origin");
        }
        return;
    }
    const auto site = message.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") {
        throw Error(ErrorCode::forbidden, "http.other_origin");
    }
}

void demand_role(Guard guard, const auth::Session& session) {
    if (guard == Guard::any_session) {
        return;
    }
    if (session.actor.must_change_password) {
        throw Error(ErrorCode::forbidden, "auth.must_change_password");
    }
    const bool fits =
        (guard != Guard::administrator || session.actor.is(auth::Role::administrator)) &&
        (guard != Guard::clerk || session.actor.is(auth::Role::clerk));
    if (!fits) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
}

/// Whatever a client calls its method must not become a series of its own.
std::string_view label_of(std::string_view method) {
    for (const std::string_view known : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
        if (method == known) {
            return known;
        }
    }
    return "other";
}

/// Only what has the form of a trace: a client's text has no business in the log.
std::string trace_of(const Message& message) {
    const auto trace = message.header("traceparent");
    const bool is_trace = trace.size() == kTraceLength &&
                          trace.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
    return is_trace ? std::string(trace) : std::string();
}

bool is_json(std::string_view content_type) {
    return to_lower(trim(content_type.substr(0, content_type.find(';')))) == "application/json";
}

Response method_not_allowed(const std::vector<Method>& allowed, const std::string& number) {
    std::string list;
    for (const auto method : allowed) {
        list += (list.empty() ? "" : ", ") + std::string(to_string(method));
        list += method == Method::get ? ", HEAD" : "";
    }
    return problem_with_status(405, Error(ErrorCode::not_found, "http.method_not_allowed"), number)
        .with_header("Allow", list);
}

Response refusal(int status, std::string_view key, const std::string& number) {
    return problem_with_status(status, Error(ErrorCode::invalid, std::string(key)), number);
}

}  // namespace

std::string make_request_number() {
    static std::atomic<unsigned> counter{0};
    static const std::string run = [] {
        std::array<unsigned char, 5> bytes{};
        std::array<char, 11> hex{};
        if (sodium_init() >= 0) {
            randombytes_buf(bytes.data(), bytes.size());
        }
        sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
        return std::string(hex.data());
    }();
    return run + "-" + std::to_string(++counter);
}

/// What is known of a request while it is worked on; goes into the log and the metrics.
struct Dispatcher::Facts {
    std::string number = make_request_number();
    std::string pattern = "-";
    std::optional<auth::Session> session;
};

Dispatcher::Dispatcher(const config::Settings& settings,
                       db::Database& database,
                       Router router,
                       Assets assets)
    : settings_(settings),
      database_(database),
      router_(std::move(router)),
      assets_(std::move(assets)),
      proxies_(settings.trusted_proxies) {}

std::size_t Dispatcher::body_limit(const Message& head) const {
    const auto target = parse_target(head.target);
    const auto found =
        target ? match(router_.routes(), parse_method(head.method), target->path) : Match{};
    return found.route != nullptr && found.route->is_upload ? settings_.max_upload_bytes
                                                            : settings_.max_body_bytes;
}

Response Dispatcher::refuse(int status, std::string_view key) {
    Facts facts;
    auto response = refusal(status, key, facts.number);
    finish(response, facts);
    metrics_.count_request("-", facts.pattern, status, 0);
    config::log_info("http.refused",
                     {{"request", facts.number},
                      {"status", static_cast<long long>(status)},
                      {"key", std::string(key)}});
    return response;
}

Response Dispatcher::guarded(Facts& facts, const std::function<Response()>& f) {
    try {
        return f();
    } catch (const Error& error) {
        if (!error.detail().empty()) {
            config::log_warning(
                "http.error",
                {{"request", facts.number}, {"key", error.key()}, {"detail", error.detail()}});
        }
        return problem(error, facts.number);
    } catch (const std::exception& error) {
        config::log_error("http.failed",
                          {{"request", facts.number},
                           {"route", facts.pattern},
                           {"reason", std::string(error.what())}});
    } catch (...) {
        config::log_error("http.failed", {{"request", facts.number}, {"route", facts.pattern}});
    }
    return refusal(500, "http.internal", facts.number);
}

Response Dispatcher::answer(const Message& message) {
    const auto started = std::chrono::steady_clock::now();
    Facts facts;
    Response response = guarded(facts, [&] { return route(message, facts); });
    finish(response, facts);
    account_for(message, facts, response, started);
    return response;
}

std::optional<Response> Dispatcher::refuse_upload(const Message& head) {
    const auto started = std::chrono::steady_clock::now();
    Facts facts;
    Response response = guarded(facts, [&] {
        const auto target = parse_target(head.target);
        const auto found =
            target ? match(router_.routes(), parse_method(head.method), target->path) : Match{};
        if (found.route != nullptr) {
            facts.pattern = found.route->pattern;
            find_session(head, facts);
            demand(*found.route, head, facts);
        }
        return Response{};
    });
    if (response.status == 200) {
        return std::nullopt;
    }
    finish(response, facts);
    account_for(head, facts, response, started);
    return response;
}

void Dispatcher::account_for(const Message& message,
                             const Facts& facts,
                             const Response& response,
                             std::chrono::steady_clock::time_point started) {
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    const auto method = label_of(message.method);
    metrics_.count_request(method, facts.pattern, response.status, seconds);
    config::log_info("http.request",
                     {{"request", facts.number},
                      {"method", std::string(method)},
                      {"route", facts.pattern},
                      {"status", static_cast<long long>(response.status)},
                      {"ms", seconds * 1000},
                      {"bytes", static_cast<long long>(response.body.size())},
                      {"user", facts.session ? facts.session->actor.user.str() : std::string()},
                      {"trace", trace_of(message)}});
}

void Dispatcher::finish(Response& response, const Facts& facts) {
    for (const auto& [name, value] : kSecurityHeaders) {
        response.headers.emplace_back(name, value);
    }
    response.headers.emplace_back("X-Request-Id", facts.number);
    const bool says_how_long =
        std::any_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
            return header.first == "Cache-Control";
        });
    if (!says_how_long) {
        response.headers.emplace_back("Cache-Control", "no-store");
    }
}

Response Dispatcher::route(const Message& message, Facts& facts) {
    const auto target = parse_target(message.target);
    if (!target) {
        return refusal(400, "http.bad_request", facts.number);
    }
    const auto method = parse_method(message.method);
    if (target->path == "/healthz" || target->path == "/metrics") {
        facts.pattern = target->path;
        if (method != Method::get) {
            return method_not_allowed({Method::get}, facts.number);
        }
        return target->path == "/healthz" ? health() : metrics_page(message);
    }
    const auto found = match(router_.routes(), method, target->path);
    if (found.route != nullptr) {
        facts.pattern = found.route->pattern;
        return call(*found.route, found.params, message, *target, facts);
    }
    if (starts_with(target->path, "/api/")) {
        if (!found.allowed.empty()) {
            return method_not_allowed(found.allowed, facts.number);
        }
        throw Error(ErrorCode::not_found, "http.not_found");
    }
    facts.pattern = "static";
    return method == Method::get ? serve_asset(assets_, message, target->path)
                                 : method_not_allowed({Method::get}, facts.number);
}

void Dispatcher::find_session(const Message& message, Facts& facts) {
    if (const auto token = cookie_of(message, session_cookie_name(settings_))) {
        facts.session = auth::find_session(database_, settings_, *token);
    }
}

void Dispatcher::demand(const Route& route, const Message& message, const Facts& facts) const {
    if (route.method != Method::get) {
        demand_same_origin(message, settings_);
    }
    if (route.guard == Guard::public_) {
        return;
    }
    if (!facts.session) {
        throw Error(ErrorCode::unauthenticated, "auth.signed_out");
    }
    demand_role(route.guard, *facts.session);
}

Response Dispatcher::call(const Route& route,
                          const PathParams& params,
                          const Message& message,
                          const Target& target,
                          Facts& facts) {
    find_session(message, facts);
    demand(route, message, facts);
    if (!message.body.empty() && !route.is_upload && !is_json(message.header("content-type"))) {
        return refusal(415, "http.json_expected", facts.number);
    }
    const std::string address = proxies_.client_of(message);
    ServerRequest request({message,
                           target,
                           params,
                           route.method,
                           facts.number,
                           address,
                           database_,
                           settings_,
                           facts.session});
    return route.handler(request);
}

Response Dispatcher::metrics_page(const Message& message) {
    const bool may = is_loopback(message.peer) && message.header("x-forwarded-for").empty();
    return may ? plain(200, metrics_.text()) : plain(404, "");
}

Response Dispatcher::health() {
    try {
        database_.read([](const db::ReadTx& tx) { auth::count_users(tx); });
        return plain(200, "ok\n");
    } catch (const std::exception&) {
        return plain(503, "database\n");
    }
}

}  // namespace hoiquan::http
