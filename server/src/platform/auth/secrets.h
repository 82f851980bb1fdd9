#pragma once

// Random tokens and their hashes; part of platform/auth.

#include <string>
#include <string_view>

namespace hoiquan::auth {

/// 32 random bytes as 43 characters of base64url.
std::string make_token();
/// What is stored instead of a token: BLAKE2b-256 in hexadecimal.
std::string hash_of_token(std::string_view token);
/// 3 to 64 of a-z 0-9 . _ -
bool is_login(std::string_view text);
/// What stands for one client: an IPv4 address, or the first 64 bits of an IPv6 address, since a
/// household has all that follow.
std::string network_of(const std::string& address);
/// Whether the password is one of those that are tried first.
bool is_common_password(std::string_view password);

}  // namespace hoiquan::auth
