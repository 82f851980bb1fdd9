#pragma once

// The national identity number: checked, hashed and encrypted. Handbook 10.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hoiquan::members {

/// The key of what is wrong with a number; nothing when it may be one. With the birth year the
/// number is held against it.
std::optional<std::string> identity_fault(std::string_view number,
                                          const std::optional<std::int64_t>& birth_year);

struct SealedIdentity {
    std::string hash;    ///< 64 hexadecimal digits; the same number gives the same hash.
    std::string cipher;  ///< Bytes; another each time.
    std::string tail;    ///< The last three digits.
};

/// Two keys of an installation, 32 bytes each: one to find a number again, one to encrypt it.
class IdentityKeys {
public:
    /// From `keys_dir`/members.key (mode 0600), made on first use.
    static IdentityKeys load_or_make(const std::filesystem::path& keys_dir);
    explicit IdentityKeys(std::string bytes);

    SealedIdentity seal(std::string_view number) const;
    /// Throws when the text was encrypted under another key, or changed.
    std::string open(std::string_view cipher) const;

private:
    std::string bytes_;
};

std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view hex);

}  // namespace hoiquan::members
