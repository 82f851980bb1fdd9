#include "platform/http/request.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "base/text.h"

namespace hoiquan::http {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr int kMaxPage = 200;
constexpr std::int64_t kMaxOffset = 1'000'000'000;

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() && !text.empty()
               ? std::optional(out)
               : std::nullopt;
}

/// Strings in NFC. Walks with a stack of its own: the depth comes from outside.
void normalise(json::value& root) {
    std::vector<json::value*> waiting{&root};
    while (!waiting.empty()) {
        json::value* value = waiting.back();
        waiting.pop_back();
        if (value->is_string()) {
            value->as_string() = to_nfc(value->as_string());
        } else if (value->is_array()) {
            for (auto& item : value->as_array()) {
                waiting.push_back(&item);
            }
        } else if (value->is_object()) {
            for (auto& member : value->as_object()) {
                waiting.push_back(&member.value());
            }
        }
    }
}

}  // namespace

std::string_view ServerRequest::param(std::string_view name) const {
    const auto found = std::find_if(parts_.params.begin(),
                                    parts_.params.end(),
                                    [&](const auto& param) { return param.first == name; });
    return found == parts_.params.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::string> ServerRequest::query(std::string_view name) const {
    const auto& all = parts_.target.query;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& pair) { return pair.first == name; });
    return found == all.end() || found->second.empty() ? std::nullopt
                                                       : std::optional(found->second);
}

std::optional<std::string> ServerRequest::header(std::string_view name) const {
    const auto value = parts_.message.header(to_lower(name));
    return value.empty() ? std::nullopt : std::optional<std::string>(value);
}

const auth::Session& ServerRequest::session() const {
    if (!parts_.session) {
        throw Error(ErrorCode::unauthenticated, "auth.signed_out");
    }
    return *parts_.session;
}

json::value Request::json() const {
    json::error_code error;
    json::parse_options options;
    options.max_depth = kMaxDepth;
    auto out = json::parse({body().data(), body().size()}, error, {}, options);
    if (error || !is_valid_utf8(body())) {
        throw Error(ErrorCode::invalid, "http.bad_json");
    }
    normalise(out);
    return out;
}

Request::Page Request::page() const {
    Page out;
    std::vector<Fault> faults;
    if (const auto text = query("limit")) {
        const auto limit = number_in(*text);
        if (!limit || *limit < 1 || *limit > kMaxPage) {
            faults.push_back(
                {"/limit", "field.bad_number", {{"min", "1"}, {"max", std::to_string(kMaxPage)}}});
        }
        out.limit = static_cast<int>(limit.value_or(1));
    }
    if (const auto text = query("offset")) {
        const auto offset = number_in(*text);
        if (!offset || *offset < 0 || *offset > kMaxOffset) {
            faults.push_back({"/offset",
                              "field.bad_number",
                              {{"min", "0"}, {"max", std::to_string(kMaxOffset)}}});
        }
        out.offset = static_cast<int>(std::clamp<std::int64_t>(offset.value_or(0), 0, kMaxOffset));
    }
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    return out;
}

std::int64_t Request::if_match() const {
    auto text = header("if-match").value_or("");
    if (text.size() > 2 && text.front() == '"' && text.back() == '"') {
        text = text.substr(1, text.size() - 2);
    }
    const auto version = number_in(text);
    if (!version) {
        throw Error(ErrorCode::invalid, "http.if_match_missing");
    }
    return *version;
}

}  // namespace hoiquan::http
