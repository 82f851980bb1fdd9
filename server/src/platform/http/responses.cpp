#include <algorithm>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "platform/http/http.h"
#include "platform/http/message.h"

namespace hoiquan::http {

namespace json = boost::json;

namespace {

constexpr const char* kJson = "application/json; charset=utf-8";
constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::string_view kPlain =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";

int status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid:
            return 422;
        case ErrorCode::unauthenticated:
            return 401;
        case ErrorCode::forbidden:
            return 403;
        case ErrorCode::not_found:
            return 404;
        case ErrorCode::conflict:
            return 409;
        case ErrorCode::too_large:
            return 413;
        case ErrorCode::unavailable:
            return 503;
    }
    return 500;
}

Response json_response(int status, const json::value& body) {
    Response out;
    out.status = status;
    out.headers.emplace_back("Content-Type", kJson);
    out.body = json::serialize(body);
    return out;
}

json::array faults_json(const std::vector<Fault>& faults) {
    json::array out;
    for (const auto& fault : faults) {
        json::object args;
        for (const auto& [name, value] : fault.args) {
            args[name] = value;
        }
        out.push_back(
            json::object{{"field", fault.field}, {"key", fault.key}, {"args", std::move(args)}});
    }
    return out;
}

/// RFC 5987: everything but a few letters becomes %XX.
std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (kPlain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 0x0F];
        }
    }
    return out;
}

/// Without diacritics and without what file systems refuse.
std::string plain_file_name(std::string_view name) {
    std::string out = fold(name);
    std::replace_if(
        out.begin(),
        out.end(),
        [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E ||
                   std::string_view("\"\\/:*?<>|%;").find(c) != std::string_view::npos;
        },
        '_');
    return out.empty() ? "tep" : out;
}

}  // namespace

Response ok(const json::value& body) {
    return json_response(200, body);
}

Response created(const json::value& body) {
    return json_response(201, body);
}

Response no_content() {
    Response out;
    out.status = 204;
    return out;
}

Response ok_versioned(const json::value& body, std::int64_t version) {
    return json_response(200, body).with_header("ETag", "\"" + std::to_string(version) + "\"");
}

Response download(std::string bytes, std::string_view media_type, std::string_view file_name) {
    Response out;
    out.headers.emplace_back("Content-Type", std::string(media_type));
    out.headers.emplace_back("Content-Disposition",
                             "attachment; filename=\"" + plain_file_name(file_name) +
                                 "\"; filename*=UTF-8''" + percent_encoded(file_name));
    out.body = std::move(bytes);
    return out;
}

Response problem(const Error& error, std::string_view request_number) {
    return problem_with_status(status_of(error.code()), error, request_number);
}

Response problem_with_status(int status, const Error& error, std::string_view request_number) {
    json::object body{{"type", "about:blank"},
                      {"title", error.key()},
                      {"status", status},
                      {"key", error.key()},
                      {"errors", faults_json(error.faults())},
                      {"request_id", request_number}};
    json::error_code is_broken;
    auto current = json::parse(error.current_json(), is_broken);
    if (!is_broken) {
        body["current"] = std::move(current);
    }
    auto out = json_response(status, body);
    out.headers.front().second = "application/problem+json";
    if (error.retry_after_seconds() > 0) {
        out.headers.emplace_back("Retry-After", std::to_string(error.retry_after_seconds()));
    }
    return out;
}

Response plain(int status, std::string text) {
    Response out;
    out.status = status;
    out.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    out.body = std::move(text);
    return out;
}

json::value page_json(json::array items, std::int64_t total, int limit, int offset) {
    return json::object{
        {"items", std::move(items)}, {"total", total}, {"limit", limit}, {"offset", offset}};
}

std::string session_cookie_name(const config::Settings& settings) {
    return settings.secure_cookies ? "__Host-hoiquan_session" : "hoiquan_session";
}

std::string session_cookie(const config::Settings& settings,
                           std::string_view token,
                           int max_age_seconds) {
    return session_cookie_name(settings) + "=" + std::string(token) +
           "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(max_age_seconds) +
           (settings.secure_cookies ? "; Secure" : "");
}

}  // namespace hoiquan::http
