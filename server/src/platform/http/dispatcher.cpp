#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>

#include <sodium.h>
#include <zlib.h>

#include "base/text.h"
#include "platform/config/log.h"
#include "platform/http/message.h"
#include "platform/http/request.h"
#include "platform/http/router.h"

namespace hoiquan::http {

namespace {

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
    std::string_view rest = message.header("cookie");
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

std::string unpacked(std::string_view gzip) {
    constexpr int kGzipWindow = 15 + 16;
    z_stream stream{};
    if (::inflateInit2(&stream, kGzipWindow) != Z_OK) {
        return {};
    }
    std::string out;
    std::array<char, 16384> buffer{};
    stream.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));  // NOLINT: zlib reads only
    stream.avail_in = static_cast<uInt>(gzip.size());
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    ::inflateEnd(&stream);
    return out;
}

std::string etag_of(std::string_view bytes) {
    const auto sum =
        ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    return "\"" + std::to_string(sum) + "-" + std::to_string(bytes.size()) + "\"";
}

Response plain(int status, std::string text) {
    Response out;
    out.status = status;
    out.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    out.body = std::move(text);
    return out;
}

Response method_not_allowed(const std::vector<Method>& allowed, const std::string& number) {
    std::string list;
    for (const auto method : allowed) {
        list += (list.empty() ? "" : ", ") + std::string(to_string(method));
    }
    auto out = problem(Error(ErrorCode::not_found, "http.method_not_allowed"), number)
                   .with_header("Allow", list);
    out.status = 405;
    const std::string_view wrong = "\"status\":404";
    if (const auto at = out.body.find(wrong); at != std::string::npos) {
        out.body.replace(at, wrong.size(), "\"status\":405");
    }
    return out;
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
    std::string address;
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

Response Dispatcher::refuse(int status, std::string_view key) const {
    auto out = problem(Error(ErrorCode::invalid, std::string(key)), make_request_number());
    out.status = status;
    const std::string_view wrong = "\"status\":422";
    if (const auto at = out.body.find(wrong); at != std::string::npos) {
        out.body.replace(at, wrong.size(), "\"status\":" + std::to_string(status));
    }
    return out;
}

Response Dispatcher::answer(const Message& message) {
    const auto started = std::chrono::steady_clock::now();
    Facts facts;
    facts.address = proxies_.client_of(message);
    Response response;
    try {
        response = route(message, facts);
    } catch (const Error& error) {
        if (!error.detail().empty()) {
            config::log_warning(
                "http.error",
                {{"request", facts.number}, {"key", error.key()}, {"detail", error.detail()}});
        }
        response = problem(error, facts.number);
    } catch (const std::exception& error) {
        config::log_error("http.failed",
                          {{"request", facts.number},
                           {"route", facts.pattern},
                           {"reason", std::string(error.what())}});
        response = refuse(500, "http.internal");
    }
    finish(response, message, facts);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    metrics_.count_request(message.method, facts.pattern, response.status, seconds);
    config::log_info("http.request",
                     {{"request", facts.number},
                      {"method", message.method},
                      {"route", facts.pattern},
                      {"status", static_cast<long long>(response.status)},
                      {"ms", seconds * 1000},
                      {"bytes", static_cast<long long>(response.body.size())},
                      {"user", facts.session ? facts.session->actor.user.str() : std::string()},
                      {"trace", std::string(message.header("traceparent").substr(0, 55))}});
    return response;
}

void Dispatcher::finish(Response& response, const Message& message, const Facts& facts) const {
    for (const auto& [name, value] : kSecurityHeaders) {
        response.headers.emplace_back(name, value);
    }
    response.headers.emplace_back("X-Request-Id", facts.number);
    if (starts_with(message.target, "/api/")) {
        response.headers.emplace_back("Cache-Control", "no-store");
    }
}

Response Dispatcher::route(const Message& message, Facts& facts) {
    const auto target = parse_target(message.target);
    if (!target) {
        return refuse(400, "http.bad_request");
    }
    const auto method = parse_method(message.method);
    if (target->path == "/healthz") {
        facts.pattern = target->path;
        return health();
    }
    if (target->path == "/metrics") {
        facts.pattern = target->path;
        const bool may = is_loopback(message.peer) && message.header("x-forwarded-for").empty();
        return may ? plain(200, metrics_.text()) : plain(404, "");
    }
    const auto found = match(router_.routes(), method, target->path);
    if (found.route == nullptr && starts_with(target->path, "/api/")) {
        if (!found.allowed.empty()) {
            return method_not_allowed(found.allowed, facts.number);
        }
        throw Error(ErrorCode::not_found, "http.not_found");
    }
    if (found.route == nullptr) {
        facts.pattern = "static";
        return method == Method::get ? serve_asset(message, target->path)
                                     : method_not_allowed({Method::get}, facts.number);
    }
    facts.pattern = found.route->pattern;
    if (const auto token = cookie_of(message, session_cookie_name(settings_))) {
        facts.session = auth::find_session(database_, settings_, *token);
    }
    ServerRequest request({message,
                           *target,
                           found.params,
                           found.route->method,
                           facts.number,
                           facts.address,
                           database_,
                           settings_,
                           facts.session});
    return call(*found.route, request, message);
}

Response Dispatcher::call(const Route& route, Request& request, const Message& message) {
    if (route.method != Method::get) {
        demand_same_origin(message, settings_);
    }
    if (route.guard != Guard::public_) {
        demand_role(route.guard, request.session());
    }
    const bool has_body = !message.body.empty();
    if (has_body && !route.is_upload &&
        !starts_with(message.header("content-type"), "application/json")) {
        return refuse(415, "http.json_expected");
    }
    return route.handler(request);
}

Response Dispatcher::health() {
    try {
        database_.read([](const db::ReadTx& tx) { auth::count_users(tx); });
        return plain(200, "ok\n");
    } catch (const std::exception&) {
        return plain(503, "database\n");
    }
}

Response Dispatcher::serve_asset(const Message& message, const std::string& path) const {
    auto found = assets_.find(path);
    const bool is_page = path.find('.') == std::string::npos;
    if (found == assets_.end() && is_page) {
        found = assets_.find("/index.html");
    }
    if (found == assets_.end()) {
        return plain(404, "Không có trang này.\n");
    }
    const Asset& asset = found->second;
    Response out;
    out.headers.emplace_back("Content-Type", std::string(asset.media_type));
    const auto tag = etag_of(asset.bytes);
    out.headers.emplace_back("ETag", tag);
    out.headers.emplace_back(
        "Cache-Control", asset.is_immutable ? "public, max-age=31536000, immutable" : "no-cache");
    out.headers.emplace_back("Vary", "Accept-Encoding");
    if (message.header("if-none-match") == tag) {
        out.status = 304;
        return out;
    }
    const bool takes_gzip =
        message.header("accept-encoding").find("gzip") != std::string_view::npos;
    if (asset.is_gzip && takes_gzip) {
        out.headers.emplace_back("Content-Encoding", "gzip");
    }
    out.body = asset.is_gzip && !takes_gzip ? unpacked(asset.bytes) : std::string(asset.bytes);
    return out;
}

}  // namespace hoiquan::http
