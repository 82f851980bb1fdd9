#include <doctest/doctest.h>

#include "platform/config/log.h"
#include "platform/http/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::http;
using namespace hoiquan::http::fixture;
using namespace std::chrono_literals;

namespace {

struct Hostile {
    const char* name;
    std::string bytes;
    int status;
};

const std::string kGet = "GET /api/v1/guard/public HTTP/1.1\r\n";
const std::string kPost =
    "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
const std::string kSmuggled = "5\r\n{\"a\":\r\n0\r\n\r\n";

std::vector<Hostile> framing() {
    return {
        {"length and chunked",
         kPost + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + kSmuggled,
         400},
        {"chunked and length",
         kPost + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n" + kSmuggled,
         400},
        {"unknown coding", kPost + "Transfer-Encoding: xchunked\r\n\r\n" + kSmuggled, 400},
        {"two codings", kPost + "Transfer-Encoding: chunked, identity\r\n\r\n" + kSmuggled, 400},
        {"two codings, chunked last", kPost + "Transfer-Encoding: gzip, chunked\r\n\r\n", 400},
        {"coding twice",
         kPost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + kSmuggled,
         400},
        {"chunked in HTTP/1.0",
         "POST /api/v1/echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + kSmuggled,
         400},
        {"plain chunked", kPost + "Transfer-Encoding: chunked\r\n\r\n" + kSmuggled, 411},
        {"chunked with endless extension",
         kPost + "Transfer-Encoding: chunked\r\n\r\n5;" + std::string(100'000, 'x'),
         411},
        {"two lengths", kPost + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{\"a\":1}", 400},
        {"the same length twice", kPost + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 400},
        {"list of lengths", kPost + "Content-Length: 2, 2\r\n\r\n{}", 400},
        {"length with sign", kPost + "Content-Length: +5\r\n\r\n{\"a\":", 400},
        {"negative length", kPost + "Content-Length: -5\r\n\r\n", 400},
        {"length in hexadecimal", kPost + "Content-Length: 0x5\r\n\r\n{\"a\":", 400},
        {"length beyond 64 bit", kPost + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        {"huge length", kPost + "Content-Length: 999999999999\r\n\r\n", 413},
        {"unknown expectation", kPost + "Content-Length: 2\r\nExpect: a-miracle\r\n\r\n{}", 417},
    };
}

std::vector<Hostile> heads() {
    const std::string host = "Host: a\r\n";
    return {
        {"space before the colon", kGet + "Host : a\r\n\r\n", 400},
        {"space before the name", kGet + " Host: a\r\n\r\n", 400},
        {"bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400},
        {"one bare line feed", kGet + "Host: a\nX: b\r\n\r\n", 400},
        {"bare carriage return", kGet + "Host: a\rX: b\r\n\r\n", 400},
        {"no host", kGet + "\r\n", 400},
        {"empty host", kGet + "Host:\r\n\r\n", 400},
        {"two hosts", kGet + host + "Host: b\r\n\r\n", 400},
        {"NUL in a value", kGet + host + std::string("X: a\0b\r\n\r\n", 10), 400},
        {"NUL in a name", kGet + host + std::string("X\0: a\r\n\r\n", 9), 400},
        {"control in a name", kGet + host + "X\x01: a\r\n\r\n", 400},
        {"no colon", kGet + host + "nonsense\r\n\r\n", 400},
        {"16 kB of one header", kGet + host + "X: " + std::string(17'000, 'a') + "\r\n\r\n", 431},
        {"1 MB of one header", kGet + host + "X: " + std::string(1'000'000, 'a') + "\r\n\r\n", 431},
        {"a line without end", "GET /" + std::string(100'000, 'a'), 431},
    };
}

std::vector<Hostile> request_lines() {
    const std::string rest = " HTTP/1.1\r\nHost: a\r\n\r\n";
    return {
        {"not HTTP", "hello\r\n\r\n", 400},
        {"TLS on a plain port",
         std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11),
         400},
        {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"HTTP/9.9", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400},
        {"no version", "GET /\r\nHost: a\r\n\r\n", 400},
        {"star", "OPTIONS *" + rest, 400},
        {"CONNECT", "CONNECT other:443" + rest, 400},
        {"another host's address", "GET http://other/x" + rest, 400},
        {"relative path", "GET api/v1/list" + rest, 400},
        {"broken escape", "GET /api/v1/%zz" + rest, 400},
        {"cut escape", "GET /api/v1/%4" + rest, 400},
        {"NUL in the path", "GET /index.html%00.png" + rest, 400},
        {"no UTF-8", "GET /%ff%fe" + rest, 400},
        {"overlong dot", "GET /%c0%ae%c0%ae/etc/passwd" + rest, 400},
        {"hidden slash", "GET /api/v1%2Fguard%2Fpublic" + rest, 400},
        {"hidden way up", "GET /..%2f..%2fetc/passwd" + rest, 400},
        {"way up", "GET /../../etc/passwd.txt" + rest, 404},
        {"encoded way up", "GET /%2e%2e/%2e%2e/etc/passwd" + rest, 404},
        {"way up within the API", "GET /api/v1/guard/../guard/public" + rest, 404},
        {"two slashes", "GET /api/v1//guard/public" + rest, 404},
        {"method of nobody", "BREW /api/v1/list" + rest, 405},
        {"broken escape in a query", "GET /api/v1/list?limit=%" + rest, 400},
    };
}

}  // namespace

TEST_CASE("hostile requests: each is refused in words, closed, and the server lives on") {
    config::set_log_level("off");
    with_server([](const Server& server, db::Database&) {
        for (const auto& list : {framing(), heads(), request_lines()}) {
            for (const auto& hostile : list) {
                CAPTURE(hostile.name);
                CHECK(answer_to(server, hostile.bytes).status == hostile.status);
            }
        }
        CHECK(get(server, "/healthz").status == 200);
    });
    config::set_log_level("info");
}

TEST_CASE("hostile requests: fifty thousand headers are too many") {
    with_server([](const Server& server, db::Database&) {
        std::string bytes = kGet + "Host: a\r\n";
        for (int i = 0; i < 50'000; ++i) {
            bytes += "X: y\r\n";
        }
        CHECK(answer_to(server, bytes + "\r\n").status == 431);
    });
}

TEST_CASE("hostile requests: what follows a refused one is not read as a request") {
    with_server([](const Server& server, db::Database&) {
        Client client(server);
        client.send(kPost + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                    kGet + "Host: a\r\n\r\n");
        CHECK(client.read().status == 400);
        CHECK(client.read().status == 0);
    });
}

TEST_CASE("hostile requests: a refusal has a number, a key and the security headers") {
    with_server([](const Server& server, db::Database&) {
        Answer answer;
        const auto log = log_of([&] { answer = answer_to(server, "nonsense\r\n\r\n"); });
        CHECK(answer.header("content-type") == "application/problem+json");
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(answer.header("connection") == "close");
        const auto number = answer.header("x-request-id");
        CHECK_FALSE(number.empty());
        CHECK(answer.body.find(number) != std::string::npos);
        CHECK(answer.body.find("http.bad_request") != std::string::npos);
        CHECK(answer.body.find("\"status\":400") != std::string::npos);
        CHECK(log.find(number) != std::string::npos);
        CHECK(log.find("nonsense") == std::string::npos);
    });
}

TEST_CASE("pipelined requests are answered one by one, in order") {
    with_server([](const Server& server, db::Database&) {
        Client client(server);
        std::string bytes;
        for (int i = 1; i <= 5; ++i) {
            bytes += "GET /api/v1/list?limit=" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
        }
        client.send(bytes);
        for (int i = 1; i <= 5; ++i) {
            const auto answer = client.read();
            CHECK(answer.status == 200);
            CHECK(answer.body.find("\"limit\":" + std::to_string(i)) != std::string::npos);
        }
    });
}

TEST_CASE("HTTP/1.0 and Connection: close end the connection after the answer") {
    with_server([](const Server& server, db::Database&) {
        Client old(server);
        old.send("GET /healthz HTTP/1.0\r\nHost: a\r\n\r\n");
        CHECK(old.read().status == 200);
        CHECK(old.is_closed_within(2s));
        Client closing(server);
        closing.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        CHECK(closing.read().header("connection") == "close");
        CHECK(closing.is_closed_within(2s));
        Client staying(server);
        for (int i = 0; i < 3; ++i) {
            staying.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
            CHECK(staying.read().status == 200);
        }
    });
}

TEST_CASE("a client that asks first is told to go on") {
    with_server([](const Server& server, db::Database&) {
        Client client(server);
        client.send(kPost + "Content-Length: 13\r\nExpect: 100-Continue\r\n\r\n");
        CHECK(client.read(false).status == 100);
        client.send(R"({"title":"a"})");
        CHECK(client.read().status == 201);
    });
}
