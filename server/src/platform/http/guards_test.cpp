#include <array>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include "platform/http/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::http;
using namespace hoiquan::http::fixture;

namespace {

const std::string kId = "01900000-0000-7000-8000-000000000001";

boost::json::object problem_in(const Answer& answer) {
    CHECK(answer.header("content-type") == "application/problem+json");
    return boost::json::parse(answer.body).as_object();
}

std::string key_in(const Answer& answer) {
    return std::string(problem_in(answer).at("key").as_string());
}

Call post(const std::string& body, std::vector<std::pair<std::string, std::string>> headers = {}) {
    headers.emplace_back("Content-Type", "application/json");
    return {"POST", "/api/v1/echo", std::move(headers), body};
}

}  // namespace

TEST_CASE("guards: who gets in where") {
    struct Person {
        const char* login;
        std::optional<auth::Role> role;
        bool must_change;
        std::array<int, 5> statuses;  // public, any_session, signed_in, administrator, clerk
    };
    using auth::Role;
    const std::array<Person, 6> people{{
        {"admin", Role::administrator, false, {200, 200, 200, 200, 403}},
        {"clerk", Role::clerk, false, {200, 200, 200, 403, 200}},
        {"monitor", Role::monitor, false, {200, 200, 200, 403, 403}},
        {"leader", Role::leader, false, {200, 200, 200, 403, 403}},
        {"nobody", std::nullopt, false, {200, 200, 200, 403, 403}},
        {"first", Role::clerk, true, {200, 200, 403, 403, 403}},
    }};
    const std::array<const char*, 5> guards{
        "public", "any_session", "signed_in", "administrator", "clerk"};
    with_server_on_each_engine([&](const Server& server, db::Database& database) {
        for (const auto& person : people) {
            const auto token = signed_in(database, person.login, person.role, person.must_change);
            for (std::size_t i = 0; i < guards.size(); ++i) {
                CAPTURE(person.login);
                CAPTURE(guards[i]);
                const auto answer = get(server, std::string("/api/v1/guard/") + guards[i], token);
                CHECK(answer.status == person.statuses[i]);
            }
        }
        for (std::size_t i = 0; i < guards.size(); ++i) {
            const auto answer = get(server, std::string("/api/v1/guard/") + guards[i]);
            CHECK(answer.status == (i == 0 ? 200 : 401));
        }
    });
}

TEST_CASE("guards: signed out, then the role, then the record") {
    with_server_on_each_engine([](const Server& server, db::Database& database) {
        const auto officer = signed_in(database, "canbo", auth::Role::officer);
        const auto clerk = signed_in(database, "vanthu", auth::Role::clerk);
        const auto first = signed_in(database, "moi", auth::Role::clerk, true);
        for (const auto& id : {kId, std::string("no-id")}) {
            const auto target = "/api/v1/records/" + id;
            CHECK(key_in(get(server, target)) == "auth.signed_out");
            CHECK(key_in(get(server, target, "wrong-token")) == "auth.signed_out");
            CHECK(key_in(get(server, target, first)) == "auth.must_change_password");
            CHECK(key_in(get(server, target, officer)) == "auth.wrong_role");
            CHECK(get(server, target, officer).status == 403);
            CHECK(get(server, target, clerk).status == 404);
        }
    });
}

TEST_CASE("guards: the session ends with sign-out and with the account") {
    with_server_on_each_engine([](const Server& server, db::Database& database) {
        const auto token = signed_in(database, "vanthu", auth::Role::clerk);
        const auto other = signed_in(database, "khac", auth::Role::clerk);
        CHECK(get(server, "/api/v1/guard/clerk", token).status == 200);
        const auto session = auth::find_session(database, settings(), token);
        database.write([&](db::WriteTx& tx) {
            auth::sign_out(tx, session->id);
            auth::set_active(tx, auth::find_user_by_login(tx, "khac")->id, false);
        });
        CHECK(get(server, "/api/v1/guard/clerk", token).status == 401);
        CHECK(get(server, "/api/v1/guard/clerk", other).status == 401);
    });
}

TEST_CASE("other sites: a changing request from elsewhere is refused, also signed out") {
    struct From {
        const char* name;
        const char* value;
        int status;
    };
    const std::string body = R"({"title":"a"})";
    with_server([&](const Server& server, db::Database&) {
        for (const auto& from : {From{"Origin", "http://hoiquan.test", 201},
                                 From{"Origin", "https://hoiquan.test", 201},
                                 From{"Origin", "https://evil.test", 403},
                                 From{"Origin", "https://hoiquan.test.evil.test", 403},
                                 From{"Origin", "https://hoiquan.test:8443", 403},
                                 From{"Origin", "null", 403},
                                 From{"Sec-Fetch-Site", "same-origin", 201},
                                 From{"Sec-Fetch-Site", "none", 201},
                                 From{"Sec-Fetch-Site", "same-site", 403},
                                 From{"Sec-Fetch-Site", "cross-site", 403},
                                 From{"X-Other", "nothing", 201}}) {
            CAPTURE(from.value);
            CHECK(call(server, post(body, {{from.name, from.value}})).status == from.status);
        }
        // Reading is not a change; the browser keeps the answer from the other site.
        Call read;
        read.target = "/api/v1/list";
        read.headers = {{"Origin", "https://evil.test"}};
        CHECK(call(server, read).status == 200);
        CHECK_FALSE(call(server, read).has("access-control-allow-origin"));
    });
}

TEST_CASE("other sites: behind a proxy the public origin counts, not the host") {
    with_server(
        [](const Server& server, db::Database&) {
            const std::string body = R"({"title":"a"})";
            const auto from = [&](const char* origin) {
                return call(server, post(body, {{"Origin", origin}})).status;
            };
            CHECK(from("https://hoiquan.example") == 201);
            CHECK(from("http://hoiquan.test") == 403);
        },
        [](config::Settings& settings) { settings.public_origin = "https://hoiquan.example"; });
}

TEST_CASE("content type: a body is JSON and says so") {
    with_server([](const Server& server, db::Database&) {
        const auto with = [&](const char* type) {
            Call call_with{"POST", "/api/v1/echo", {}, R"({"title":"a"})"};
            if (type != nullptr) {
                call_with.headers.emplace_back("Content-Type", type);
            }
            return call(server, call_with).status;
        };
        CHECK(with("application/json") == 201);
        CHECK(with("Application/JSON; charset=utf-8") == 201);
        CHECK(with("application/json-seq") == 415);
        CHECK(with("text/plain") == 415);
        CHECK(with("application/x-www-form-urlencoded") == 415);
        CHECK(with("multipart/form-data; boundary=application/json") == 415);
        CHECK(with(nullptr) == 415);
    });
}

TEST_CASE("problems: every fault at once, with the number of the request") {
    with_server([](const Server& server, db::Database&) {
        const auto answer =
            call(server, post(R"({"title":"  ","due_date":"31/02/2026","count":10,"surprise":1})"));
        CHECK(answer.status == 422);
        const auto problem = problem_in(answer);
        CHECK(problem.at("type") == "about:blank");
        CHECK(problem.at("status") == 422);
        CHECK(problem.at("key") == "field.faults");
        CHECK(problem.at("request_id").as_string() == answer.header("x-request-id"));
        std::vector<std::string> faults;
        for (const auto& fault : problem.at("errors").as_array()) {
            faults.push_back(std::string(fault.at("field").as_string()) + " " +
                             std::string(fault.at("key").as_string()));
        }
        CHECK(faults == std::vector<std::string>{"/title field.required",
                                                 "/due_date field.bad_date",
                                                 "/count field.bad_number",
                                                 "/surprise field.unknown"});
        CHECK(problem.at("errors").at(2).at("args").at("max") == "9");
    });
}

TEST_CASE("problems: what is no JSON, too deep or not UTF-8") {
    with_server([](const Server& server, db::Database&) {
        for (const auto& body : {std::string("{"),
                                 std::string("{}{}"),
                                 std::string("{\"title\":\"\xff\"}"),
                                 std::string(100'000, '['),
                                 std::string(40, '[') + std::string(40, ']'),
                                 std::string("nonsense"),
                                 std::string("{\"title\":NaN}")}) {
            CAPTURE(body.substr(0, 20));
            const auto answer = call(server, post(body));
            CHECK(answer.status == 422);
            CHECK(key_in(answer) == "http.bad_json");
        }
        CHECK(call(server, post("[]")).status == 422);
        CHECK(call(server, post("\"title\"")).status == 422);
    });
}

TEST_CASE("problems: a failure of ours tells a number and nothing else") {
    with_server([](const Server& server, db::Database&) {
        Answer answer;
        const auto log = log_of([&] { answer = get(server, "/api/v1/throws"); });
        CHECK(answer.status == 500);
        CHECK(answer.body.find("secret") == std::string::npos);
        const auto problem = problem_in(answer);
        CHECK(problem.at("key") == "http.internal");
        CHECK(problem.at("status") == 500);
        const auto number = answer.header("x-request-id");
        CHECK(problem.at("request_id").as_string() == number);
        CHECK(log.find("http.failed\",\"request\":\"" + number) != std::string::npos);
        CHECK(log.find("the secret is") != std::string::npos);
        CHECK(get(server, "/api/v1/throws-oddly").status == 500);
        const auto busy = get(server, "/api/v1/busy");
        CHECK(busy.status == 503);
        CHECK(busy.header("retry-after") == "3");
    });
}

TEST_CASE("If-Match: missing, malformed, another version, the right one") {
    with_server([](const Server& server, db::Database&) {
        const auto put = [&](const char* version) {
            Call call_with{"PUT", "/api/v1/records/" + kId, {}, ""};
            if (version != nullptr) {
                call_with.headers.emplace_back("If-Match", version);
            }
            return call(server, call_with);
        };
        for (const char* bad : {"", "*", "seven", "\"7", "\"7x\"", "W/\"7\"", "7.0", "\"\""}) {
            CAPTURE(bad);
            CHECK(key_in(put(bad)) == "http.if_match_missing");
        }
        CHECK(put(nullptr).status == 422);
        const auto conflict = put("\"6\"");
        CHECK(conflict.status == 409);
        CHECK(problem_in(conflict).at("current").at("version") == 7);
        for (const char* right : {"7", "\"7\""}) {
            const auto saved = put(right);
            CHECK(saved.status == 200);
            CHECK(saved.header("etag") == "\"8\"");
        }
    });
}

TEST_CASE("routes: not found, method not allowed, HEAD, no content") {
    with_server([](const Server& server, db::Database&) {
        CHECK(key_in(get(server, "/api/v1/nothing")) == "http.not_found");
        CHECK(get(server, "/api/v1/nothing").status == 404);
        CHECK(get(server, "/api/").status == 404);
        const auto wrong = call(server, {"DELETE", "/api/v1/list", {}, ""});
        CHECK(wrong.status == 405);
        CHECK(wrong.header("allow") == "GET, HEAD");
        CHECK(problem_in(wrong).at("status") == 405);
        CHECK(call(server, {"PATCH", "/api/v1/records/" + kId, {}, ""}).header("allow") ==
              "GET, HEAD, PUT, DELETE");
        const auto whole = get(server, "/api/v1/list");
        const auto head = call(server, {"HEAD", "/api/v1/list", {}, ""});
        CHECK(head.status == 200);
        CHECK(head.body.empty());
        CHECK(head.header("content-length") == std::to_string(whole.body.size()));
        const auto gone = call(server, {"DELETE", "/api/v1/records/" + kId, {}, ""});
        CHECK(gone.status == 204);
        CHECK_FALSE(gone.has("content-length"));
        // The literal wins over the parameter.
        CHECK(get(server, "/api/v1/records/tree").body == "\"the tree\"");
        CHECK(call(server, {"POST", "/healthz", {}, ""}).status == 405);
    });
}

TEST_CASE("lists: limit and offset have bounds") {
    with_server([](const Server& server, db::Database&) {
        CHECK(get(server, "/api/v1/list").body ==
              R"({"items":[1,2],"total":12,"limit":50,"offset":0})");
        CHECK(get(server, "/api/v1/list?limit=200&offset=1000").status == 200);
        for (const char* query : {"limit=0",
                                  "limit=201",
                                  "limit=x",
                                  "limit=1e2",
                                  "offset=-1",
                                  "offset=99999999999",
                                  "limit=%2B5"}) {
            CAPTURE(query);
            CHECK(get(server, std::string("/api/v1/list?") + query).status == 422);
        }
        const auto both = problem_in(get(server, "/api/v1/list?limit=0&offset=-1"));
        CHECK(both.at("errors").as_array().size() == 2);
    });
}

TEST_CASE("uploads: raw bytes of any type, the name from the query in NFC") {
    with_server_on_each_engine([](const Server& server, db::Database& database) {
        Call upload;
        upload.method = "POST";
        // "Kết luận" decomposed.
        upload.target = "/api/v1/files?file_name=Ke%CC%82%CC%81t+lua%CC%A3%CC%82n.docx";
        upload.headers = {cookie(signed_in(database, "vanthu", auth::Role::clerk)),
                          {"Content-Type", "application/octet-stream"}};
        upload.body = std::string("PK\0\x01", 4);
        const auto answer = call(server, upload);
        CHECK(answer.status == 201);
        CHECK(answer.body == "{\"name\":\"Kết luận.docx\",\"size\":4}");
    });
}

TEST_CASE("answers: security headers, nothing cached, no header out of a value") {
    with_server([](const Server& server, db::Database&) {
        for (const char* target : {"/api/v1/list", "/%61pi/v1/list", "/api/v1/nothing"}) {
            CAPTURE(target);
            const auto answer = get(server, target);
            CHECK(answer.header("cache-control") == "no-store");
            CHECK(answer.header("x-frame-options") == "DENY");
            CHECK(answer.header("content-security-policy").find("default-src 'self'") == 0);
            CHECK_FALSE(answer.has("server"));
        }
        const auto split = get(server, "/api/v1/split?name=a%0D%0ASet-Cookie:+b=c");
        CHECK(split.status == 204);
        CHECK_FALSE(split.has("set-cookie"));
    });
}

TEST_CASE("the client's address: its own, unless a trusted proxy says another") {
    const auto address_of = [](const Server& server,
                               std::vector<std::pair<std::string, std::string>> headers) {
        return call(server, {"GET", "/api/v1/guard/public", std::move(headers), ""}).body;
    };
    with_server([&](const Server& server, db::Database&) {
        CHECK(address_of(server, {{"X-Forwarded-For", "10.1.1.1"}}).find("127.0.0.1") !=
              std::string::npos);
    });
    with_server(
        [&](const Server& server, db::Database&) {
            const auto said = address_of(server, {{"X-Forwarded-For", "6.6.6.6, 10.1.1.1"}});
            CHECK(said.find("10.1.1.1") != std::string::npos);
            // The proxy's line stands behind one that the client made up.
            const auto two = address_of(
                server, {{"X-Forwarded-For", "6.6.6.6"}, {"X-Forwarded-For", "10.2.2.2"}});
            CHECK(two.find("10.2.2.2") != std::string::npos);
        },
        [](config::Settings& settings) { settings.trusted_proxies = {"127.0.0.1"}; });
}
