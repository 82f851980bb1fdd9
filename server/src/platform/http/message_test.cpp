#include "platform/http/message.h"

#include <doctest/doctest.h>

using namespace hoiquan;
using namespace hoiquan::http;

namespace {

Message from(const std::string& peer, std::vector<std::string> chains) {
    Message out;
    out.peer = peer;
    for (auto& chain : chains) {
        out.headers.emplace_back("x-forwarded-for", std::move(chain));
    }
    return out;
}

}  // namespace

TEST_CASE("parse_target: path and query are decoded, once") {
    const auto target = parse_target("/a%20b/c+d?x=1&y=a+b%2Bc&x=2&empty=&flag#part");
    REQUIRE(target);
    CHECK(target->path == "/a b/c+d");
    CHECK(target->query ==
          Query{{"x", "1"}, {"y", "a b+c"}, {"x", "2"}, {"empty", ""}, {"flag", ""}});
    CHECK(parse_target("/%2541")->path == "/%41");
    CHECK(parse_target("/t%C3%AAn")->path == "/tên");
    CHECK(parse_target("/?q=%C4%91")->query.front().second == "đ");
    CHECK(parse_target("/?&&")->query.size() == 2);
}

TEST_CASE("parse_target: what is no path of ours is nothing") {
    for (const char* bad : {"",
                            "*",
                            "a",
                            "http://a/b",
                            "/%",
                            "/%4",
                            "/%g1",
                            "/%00",
                            "/a%00b",
                            "/%ff",
                            "/%2f",
                            "/a%2Fb",
                            "/?q=%f",
                            "/?q=%ff"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_target(bad));
    }
}

TEST_CASE("proxies: the rightmost address that is no proxy, and nothing after nonsense") {
    const Proxies proxies({"10.0.0.0/8", "192.168.1.7", "fd00::/8"});
    CHECK(proxies.client_of(from("1.2.3.4", {"9.9.9.9"})) == "1.2.3.4");
    CHECK(proxies.client_of(from("10.0.0.1", {})) == "10.0.0.1");
    CHECK(proxies.client_of(from("10.0.0.1", {"9.9.9.9"})) == "9.9.9.9");
    CHECK(proxies.client_of(from("10.0.0.1", {"8.8.8.8, 9.9.9.9, 10.0.0.2"})) == "9.9.9.9");
    CHECK(proxies.client_of(from("10.0.0.1", {"8.8.8.8", "9.9.9.9"})) == "9.9.9.9");
    CHECK(proxies.client_of(from("10.0.0.1", {"8.8.8.8, nonsense"})) == "10.0.0.1");
    CHECK(proxies.client_of(from("10.0.0.1", {"8.8.8.8,"})) == "10.0.0.1");
    CHECK(proxies.client_of(from("10.0.0.1", {"10.0.0.3"})) == "10.0.0.3");
    CHECK(proxies.client_of(from("fd00::1", {"2001:db8::5"})) == "2001:db8::5");
    CHECK(proxies.client_of(from("::ffff:10.0.0.1", {"9.9.9.9"})) == "9.9.9.9");
}

TEST_CASE("proxies: ranges to the bit, and only whole ones") {
    const Proxies proxies({"10.128.0.0/9", "0.0.0.0/32"});
    CHECK(proxies.is_trusted("10.128.0.1"));
    CHECK(proxies.is_trusted("10.255.255.255"));
    CHECK_FALSE(proxies.is_trusted("10.127.255.255"));
    CHECK_FALSE(proxies.is_trusted("11.128.0.1"));
    CHECK_FALSE(proxies.is_trusted("nonsense"));
    CHECK_FALSE(Proxies({}).is_trusted("127.0.0.1"));
    CHECK(Proxies({"::/0"}).is_trusted("2001:db8::1"));
    CHECK_FALSE(Proxies({"::/0"}).is_trusted("1.2.3.4"));
    for (const char* bad : {"",
                            "10.0.0.0/33",
                            "10.0.0.0/",
                            "10.0.0.0/-1",
                            "10.0.0/8",
                            "::/129",
                            "10.0.0.0/8x",
                            "host"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(Proxies({bad}), std::runtime_error);
    }
}

TEST_CASE("download: names with diacritics, quotes and line ends") {
    const auto header = [](std::string_view name) {
        const auto response = download("x", "application/pdf", name);
        return response.headers.back().second;
    };
    CHECK(header("Báo cáo.docx") ==
          "attachment; filename=\"bao cao.docx\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.docx");
    CHECK(header("a\"b\r\nSet-Cookie: c").find('\n') == std::string::npos);
    CHECK(header("a\"b").find("filename=\"a_b\"") != std::string::npos);
    CHECK(header("").find("filename=\"tep\"") != std::string::npos);
    CHECK(header("../../etc/passwd").find("filename=\".._.._etc_passwd\"") != std::string::npos);
}

TEST_CASE("session cookie: for this site alone, out of reach of scripts") {
    config::Settings settings;
    CHECK(session_cookie(settings, "abc", 60) ==
          "hoiquan_session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=60");
    settings.secure_cookies = true;
    CHECK(session_cookie(settings, "abc", 60) ==
          "__Host-hoiquan_session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure");
}
