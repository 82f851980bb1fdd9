#include <atomic>
#include <thread>

#include "platform/auth/fixture_test.h"
#include "platform/auth/secrets.h"

using namespace hoiquan;
using namespace hoiquan::auth;
using namespace hoiquan::auth::fixture;

namespace {

constexpr std::size_t kMemory = 64UL * 1024;

}  // namespace

TEST_CASE("passwords: argon2id with a salt of its own each time") {
    const auto hash = hash_password(password, kMemory);
    CHECK(hash.rfind("$argon2id$v=19$m=64,t=2,p=1$", 0) == 0);
    CHECK(hash != hash_password(password, kMemory));
    CHECK(password_matches(hash, password));
    CHECK_FALSE(password_matches(hash, password + " "));
    CHECK_FALSE(password_matches(hash, ""));
    CHECK_FALSE(password_matches("", password));
    CHECK_FALSE(password_matches("no hash", password));
    CHECK_FALSE(password_matches(hash.substr(0, hash.size() - 4), password));
}

TEST_CASE("passwords: composed and decomposed letters are the same") {
    const std::string composed = "m\u1ed9t c\u00e2u d\u1ec5";
    const std::string decomposed = "mo\u0323\u0302t ca\u0302u de\u0302\u0303";
    REQUIRE(composed != decomposed);
    CHECK(password_matches(hash_password(composed, kMemory), decomposed));
    CHECK(password_matches(hash_password(decomposed, kMemory), composed));
    CHECK_THROWS(hash_password(std::string("a\u0323\u0302a\u0323\u0302a\u0323\u0302a"), kMemory));
}

TEST_CASE("passwords: length counts characters, and what is tried first is refused") {
    const auto fault = [](const std::string& text) {
        return refusal([&] { hash_password(text, kMemory, "/new_password"); });
    };
    CHECK(fault("") == Keys{"/new_password auth.password_too_short"});
    CHECK(fault("đđđđđđđđđ") == Keys{"/new_password auth.password_too_short"});
    CHECK(fault("một câu dễ").empty());
    CHECK(fault(std::string(200, 'x') + "y") == Keys{"/new_password auth.password_too_long"});
    std::string long_one = "câu";
    for (int i = 0; i < 197; ++i) {
        long_one += "đ";
    }
    CHECK(fault(long_one).empty());
    for (const char* common :
         {"1234567890", "MatKhau@123", "PASSWORD123", "aaaaaaaaaaaa", "hoiquan2026"}) {
        CAPTURE(common);
        CHECK(fault(common) == Keys{"/new_password auth.password_common"});
    }
    CHECK(refusal([] { hash_password("short", kMemory); }) ==
          Keys{"/password auth.password_too_short"});
}

TEST_CASE("passwords: many at once wait for their turn") {
    std::atomic<int> fine{0};
    std::vector<std::thread> threads;
    const auto hash = hash_password(password, kMemory);
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back([&] { fine += password_matches(hash, password) ? 1 : 0; });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(fine == 12);
}

TEST_CASE("tokens: long, never twice, stored as a hash only") {
    const auto token = make_token();
    CHECK(token.size() == 43);
    CHECK(token != make_token());
    CHECK(hash_of_token(token).size() == 64);
    CHECK(hash_of_token(token) == hash_of_token(token));
    CHECK(hash_of_token(token) != hash_of_token(token + "x"));
    CHECK(hash_of_token("").size() == 64);
}

TEST_CASE("network_of: one for a household") {
    CHECK(network_of("10.0.0.1") == "10.0.0.1");
    CHECK(network_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
    CHECK(network_of("2001:db8:1:2::9") == network_of("2001:db8:1:2:ffff::1"));
    CHECK(network_of("2001:db8:1:3::9") != network_of("2001:db8:1:2::9"));
    CHECK(network_of("") == "");
}
