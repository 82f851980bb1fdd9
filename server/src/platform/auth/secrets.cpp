#include "platform/auth/secrets.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

#include <arpa/inet.h>
#include <sodium.h>

#include "base/text.h"

namespace hoiquan::auth {

namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kMinLogin = 3;
constexpr std::size_t kMaxLogin = 64;
constexpr std::string_view kLoginCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._-";

// Only those of ten characters and more matter: shorter ones are refused anyway.
constexpr std::array<std::string_view, 24> kCommon{
    "1234567890",  "0123456789",   "0987654321",  "1234567891",  "12345678910",  "123456789a",
    "qwertyuiop",  "qwerty123456", "1q2w3e4r5t",  "password123", "password1234", "administrator",
    "matkhau123",  "matkhau1234",  "matkhau@123", "vietnam123",  "vietnam2025",  "vietnam2026",
    "hoiquan2026", "iloveyou123",  "abcd123456",  "abc1234567",  "aa12345678",   "1111111111"};

void start_sodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
}

}  // namespace

std::string make_token() {
    start_sodium();
    std::array<unsigned char, kTokenBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char,
               sodium_base64_ENCODED_LEN(kTokenBytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)>
        text{};
    sodium_bin2base64(text.data(),
                      text.size(),
                      bytes.data(),
                      bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string hash_of_token(std::string_view token) {
    start_sodium();
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    const std::string bytes(token);
    crypto_generichash(hash.data(),
                       hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(),
                       nullptr,
                       0);
    std::array<char, 2 * crypto_generichash_BYTES + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

bool is_login(std::string_view text) {
    return text.size() >= kMinLogin && text.size() <= kMaxLogin &&
           text.find_first_not_of(kLoginCharacters) == std::string_view::npos;
}

std::string network_of(const std::string& address) {
    in6_addr bytes{};
    if (::inet_pton(AF_INET6, address.c_str(), &bytes) != 1) {
        return address;
    }
    std::fill(std::begin(bytes.s6_addr) + 8, std::end(bytes.s6_addr), 0);
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, &bytes, text.data(), text.size());
    return std::string(text.data()) + "/64";
}

bool is_common_password(std::string_view password) {
    const std::string lower = to_lower(password);
    const bool one_character =
        std::all_of(lower.begin(), lower.end(), [&](char c) { return c == lower.front(); });
    return one_character || std::find(kCommon.begin(), kCommon.end(), lower) != kCommon.end();
}

}  // namespace hoiquan::auth
