#include "platform/http/assets.h"

#include <array>

#include <doctest/doctest.h>
#include <zlib.h>

using namespace hoiquan::http;

namespace {

const std::string kScript = "console.log('xin chào');" + std::string(5000, ' ');

std::string packed(const std::string& text) {
    z_stream stream{};
    REQUIRE(::deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string in = text;
    std::string out(text.size() + 100, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

const Assets& assets() {
    static const std::string script = packed(kScript);
    static const Assets all{
        {"/index.html", {"<!doctype html>", "text/html; charset=utf-8", false, false}},
        {"/assets/app-1a2b.js", {script, "text/javascript", true, true}},
    };
    return all;
}

Response get(const std::string& path,
             std::vector<std::pair<std::string, std::string>> headers = {}) {
    Message message;
    message.method = "GET";
    message.headers = std::move(headers);
    return serve_asset(assets(), message, path);
}

std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return "";
}

}  // namespace

TEST_CASE("assets: packed for who takes it, unpacked for who does not") {
    const std::string path = "/assets/app-1a2b.js";
    for (const char* takes :
         {"gzip", "deflate, gzip, br", "GZIP;q=0.5", "*", "br;q=1, gzip;q=0.01"}) {
        CAPTURE(takes);
        const auto response = get(path, {{"accept-encoding", takes}});
        CHECK(header(response, "Content-Encoding") == "gzip");
        CHECK(response.body.size() < 500);
    }
    for (const char* refuses : {"", "identity", "br", "gzip;q=0", "gzip; q=0.0", "xgzip"}) {
        CAPTURE(refuses);
        const auto response = get(path, {{"accept-encoding", refuses}});
        CHECK(header(response, "Content-Encoding").empty());
        CHECK(response.body == kScript);
        CHECK(header(response, "Vary") == "Accept-Encoding");
    }
}

TEST_CASE("assets: names with a hash are kept for a year, pages are asked for again") {
    CHECK(header(get("/assets/app-1a2b.js"), "Cache-Control") ==
          "public, max-age=31536000, immutable");
    CHECK(header(get("/"), "Cache-Control") == "no-cache");
}

TEST_CASE("assets: unchanged files are not sent again") {
    const auto tag = header(get("/index.html"), "ETag");
    CHECK(tag.front() == '"');
    for (const auto& sent : {tag, "W/" + tag, "\"other\", " + tag}) {
        const auto response = get("/index.html", {{"if-none-match", sent}});
        CHECK(response.status == 304);
        CHECK(response.body.empty());
        CHECK(header(response, "ETag") == tag);
    }
    CHECK(get("/index.html", {{"if-none-match", "\"other\""}}).status == 200);
    const auto js = "/assets/app-1a2b.js";
    CHECK(header(get(js), "ETag") != header(get(js, {{"accept-encoding", "gzip"}}), "ETag"));
}

TEST_CASE("assets: addresses of the web client get its page, unknown files do not") {
    for (const char* page : {"/", "/documents", "/documents/123/review", "/thiet-lap", "/api"}) {
        CAPTURE(page);
        CHECK(get(page).status == 200);
        CHECK(header(get(page), "Content-Type") == "text/html; charset=utf-8");
    }
    for (const char* none :
         {"/assets/app-old.js", "/favicon.ico", "/../index.html", "/.env", "//etc/passwd.txt"}) {
        CAPTURE(none);
        CHECK(get(none).status == 404);
    }
    CHECK(serve_asset({}, Message{}, "/").status == 404);
}
