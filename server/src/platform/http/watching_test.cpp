#include <doctest/doctest.h>

#include "platform/config/log.h"
#include "platform/http/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::http;
using namespace hoiquan::http::fixture;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("log: one line for a request with its number, route, status and account") {
    with_server_on_each_engine([](const Server& server, db::Database& database) {
        const auto token = signed_in(database, "vanthu", auth::Role::clerk);
        const auto user = database.read(
            [](const db::ReadTx& tx) { return auth::find_user_by_login(tx, "vanthu")->id; });
        Answer answer;
        const auto log = log_of([&] {
            answer = get(server, "/api/v1/records/01900000-0000-7000-8000-000000000001", token);
        });
        CHECK(holds(log, "\"request\":\"" + answer.header("x-request-id") + "\""));
        CHECK(holds(log, R"("route":"/api/v1/records/{id}")"));
        CHECK(holds(log, R"("status":404)"));
        CHECK(holds(log, "\"user\":\"" + user.str() + "\""));
        CHECK(holds(log, "no task 01900000"));
        CHECK_FALSE(holds(answer.body, "no task"));
    });
}

TEST_CASE("log: no token, password, query, path or body") {
    with_server_on_each_engine([](const Server& server, db::Database& database) {
        const auto token = signed_in(database, "vanthu", auth::Role::clerk);
        const auto log = log_of([&] {
            config::set_log_level("debug");
            get(server, "/api/v1/list?limit=1&q=find-me-not", token);
            get(server, "/thiet-lap?token=find-me-not");
            get(server, "/api/v1/find-me-not", token);
            call(server,
                 {"POST",
                  "/api/v1/echo",
                  {{"Content-Type", "application/json"},
                   {"Authorization", "Bearer find-me-not"},
                   {"traceparent", "find-me-not"},
                   cookie(token)},
                  R"({"password":"find-me-not","title":"find-me-not"})"});
            call(server, {"FINDMENOT", "/api/v1/list", {}, ""});
            config::set_log_level("info");
        });
        CHECK(holds(log, "http.request"));
        CHECK_FALSE(holds(log, "find-me-not"));
        CHECK_FALSE(holds(log, "FINDMENOT"));
        CHECK_FALSE(holds(log, token));
    });
}

TEST_CASE("log: a trace of the caller is kept when it has the form of one") {
    with_server([](const Server& server, db::Database&) {
        const std::string trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        const auto log = log_of([&] {
            call(server, {"GET", "/api/v1/list", {{"traceparent", trace}}, ""});
        });
        CHECK(holds(log, trace));
    });
}

TEST_CASE("metrics: by route and status, never by what a client makes up") {
    with_server([](const Server& server, db::Database&) {
        for (int i = 0; i < 3; ++i) {
            get(server, "/api/v1/list?limit=" + std::to_string(i + 1));
            get(server, "/api/v1/made-up-" + std::to_string(i));
            get(server, "/made/up/" + std::to_string(i));
            call(server, {"MADEUP" + std::to_string(i), "/api/v1/list", {}, ""});
        }
        const auto answer = get(server, "/metrics");
        CHECK(answer.status == 200);
        CHECK(answer.header("content-type").find("text/plain") == 0);
        CHECK(holds(answer.body,
                    "hoiquan_http_requests_total{method=\"GET\",route=\"/api/v1/list\","
                    "status=\"200\"} 3"));
        CHECK(holds(answer.body, "hoiquan_http_request_seconds_bucket"));
        CHECK(holds(answer.body, "hoiquan_http_connections"));
        CHECK(holds(answer.body, "process_resident_memory_bytes"));
        CHECK_FALSE(holds(answer.body, "made"));
        CHECK_FALSE(holds(answer.body, "MADEUP"));
        CHECK(call(server, {"GET", "/metrics", {{"X-Forwarded-For", "10.0.0.1"}}, ""}).status ==
              404);
    });
}

TEST_CASE("healthz: asks the database") {
    with_server_on_each_engine([](const Server& server, db::Database&) {
        const auto answer = get(server, "/healthz");
        CHECK(answer.status == 200);
        CHECK(answer.body == "ok\n");
        CHECK(answer.header("cache-control") == "no-store");
    });
}
