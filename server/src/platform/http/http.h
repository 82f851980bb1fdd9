#pragma once

// HTTP for the modules: router, request, response. Beast and Asio are seen in one .cpp only.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/value.hpp>

#include "base/dates.h"
#include "base/error.h"
#include "base/ids.h"
#include "platform/auth/auth.h"
#include "platform/config/config.h"
#include "platform/db/db.h"

namespace hoiquan::http {

enum class Method { get, post, put, patch, del };

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    Response&& with_header(std::string name, std::string value) && {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
};

Response ok(const boost::json::value& body);
Response created(const boost::json::value& body);
Response no_content();
/// A record with its version as ETag ("\"7\"").
Response ok_versioned(const boost::json::value& body, std::int64_t version);
/// `file_name` may hold Vietnamese; sent as RFC 6266 with an ASCII fallback; never inline.
Response download(std::string bytes, std::string_view media_type, std::string_view file_name);
/// RFC 9457 problem+json: type, title, status, key, errors[{field,key,args}], current, request_id.
Response problem(const Error& error, std::string_view request_number);

/// One page of a list as it goes out: {"items":[…],"total":n,"limit":…,"offset":…}.
boost::json::value page_json(boost::json::array items, std::int64_t total, int limit, int offset);

class Request {
public:
    Request() = default;
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;
    virtual ~Request() = default;

    virtual Method method() const = 0;
    virtual std::string_view path() const = 0;
    /// Part of the path: "id" of "/api/v1/tasks/{id}".
    virtual std::string_view param(std::string_view name) const = 0;
    /// First value of a query parameter, percent-decoded, NFC.
    virtual std::optional<std::string> query(std::string_view name) const = 0;
    virtual std::optional<std::string> header(std::string_view name) const = 0;
    virtual std::string_view body() const = 0;
    virtual const std::string& number() const = 0;   ///< Request number, also in the log.
    virtual const std::string& address() const = 0;  ///< Of the client, behind trusted proxies.
    virtual db::Database& database() = 0;
    virtual const config::Settings& settings() const = 0;
    /// Set by the guards; Error(unauthenticated) when nobody is signed in.
    virtual const auth::Session& session() const = 0;
    virtual std::optional<auth::Session> session_if_any() const = 0;

    const auth::Actor& actor() const { return session().actor; }
    template <class F>
    auto read(F&& f) {
        return database().read(std::forward<F>(f));
    }
    template <class F>
    auto write(F&& f) {
        return database().write(std::forward<F>(f));
    }
    /// The typed id in the path; Error(not_found) when it is no id.
    template <class IdT>
    IdT id(std::string_view name = "id") const {
        auto parsed = IdT::parse(param(name));
        if (!parsed) {
            throw Error(ErrorCode::not_found, "http.not_found");
        }
        return *parsed;
    }
    /// The body as JSON: depth at most 32, NFC strings. Error(invalid, "http.bad_json") otherwise.
    boost::json::value json() const;
    /// limit (1 to 200, default 50) and offset (>= 0); Error(invalid) otherwise.
    struct Page {
        int limit = 50;
        int offset = 0;
    };
    Page page() const;
    /// If-Match as a version; Error(invalid, "http.if_match_missing") when absent or malformed.
    std::int64_t if_match() const;
};

using Handler = std::function<Response(Request&)>;

/// public_: anyone. signed_in: any session whose password needs no change. any_session: also those
/// that must change it first. The others: signed in and acting in that role.
enum class Guard {
    public_,  // NOLINT(readability-identifier-naming): "public" is a keyword
    any_session,
    signed_in,
    administrator,
    clerk
};

struct Route {
    Method method = Method::get;
    std::string pattern;  ///< "/api/v1/tasks/{id}"
    Guard guard = Guard::signed_in;
    Handler handler;
    bool is_upload =
        false;  ///< Body limit max_upload_bytes instead of max_body_bytes; any media type.
};

class Router {
public:
    void get(std::string pattern, Guard guard, Handler handler);
    void post(std::string pattern, Guard guard, Handler handler);
    void put(std::string pattern, Guard guard, Handler handler);
    void patch(std::string pattern, Guard guard, Handler handler);
    void del(std::string pattern, Guard guard, Handler handler);
    /// POST of raw bytes; the name comes as ?file_name=….
    void upload(std::string pattern, Guard guard, Handler handler);
    const std::vector<Route>& routes() const { return routes_; }

private:
    void add(Method method, std::string pattern, Guard guard, Handler handler, bool is_upload);
    std::vector<Route> routes_;
};

/// Static files of the web client: path -> content. Unknown paths outside /api answer index.html.
struct Asset {
    std::string_view bytes;
    std::string_view media_type;
    bool is_gzip = false;  ///< `bytes` are gzip; sent so, or unpacked for a client that cannot.
    bool is_immutable = false;  ///< Name holds a hash: cached for a year.
};
using Assets = std::map<std::string, Asset, std::less<>>;

class Server {
public:
    /// Binds at once (throws std::runtime_error with a clear sentence when it cannot); port 0 takes
    /// a free one.
    static std::unique_ptr<Server> start(const config::Settings& settings,
                                         db::Database& database,
                                         Router router,
                                         Assets assets);
    virtual ~Server() = default;
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    virtual std::string address() const = 0;  ///< "127.0.0.1:8080"
    /// Stops accepting, lets running requests end (at most 10 s), then returns.
    virtual void stop() = 0;

protected:
    Server() = default;
};

/// The session's cookie.
std::string session_cookie(const config::Settings& settings,
                           std::string_view token,
                           int max_age_seconds);
std::string session_cookie_name(const config::Settings& settings);

}  // namespace hoiquan::http
