#include <array>
#include <chrono>
#include <semaphore>

#include <sodium.h>

#include "base/error.h"
#include "base/text.h"
#include "platform/auth/auth.h"
#include "platform/auth/secrets.h"

namespace hoiquan::auth {

namespace {

constexpr std::size_t kMinCharacters = 10;
constexpr std::size_t kMaxCharacters = 200;
constexpr unsigned long long kPasses = 2;
constexpr int kHashesAtOnce = 2;
constexpr auto kLongestWait = std::chrono::seconds(10);
constexpr int kRetryAfterSeconds = 5;

/// Each hash takes tens of megabytes: more than two at once would let a flood of sign-ins eat the
/// machine.
class HashTurn {
public:
    HashTurn() {
        if (!turns().try_acquire_for(kLongestWait)) {
            throw Error(ErrorCode::unavailable, "auth.busy").with_retry_after(kRetryAfterSeconds);
        }
    }
    HashTurn(const HashTurn&) = delete;
    HashTurn& operator=(const HashTurn&) = delete;
    ~HashTurn() { turns().release(); }

private:
    static std::counting_semaphore<kHashesAtOnce>& turns() {
        static std::counting_semaphore<kHashesAtOnce> semaphore(kHashesAtOnce);
        return semaphore;
    }
};

std::string fault_of(const std::string& password) {
    const auto characters = length(password);
    if (characters < kMinCharacters) {
        return "auth.password_too_short";
    }
    if (characters > kMaxCharacters) {
        return "auth.password_too_long";
    }
    return is_common_password(password) ? "auth.password_common" : "";
}

}  // namespace

std::string hash_password(const std::string& written,
                          std::size_t memory_bytes,
                          std::string_view field) {
    // The same letters come composed from one keyboard and decomposed from another.
    const std::string password = to_nfc(written);
    if (const auto fault = fault_of(password); !fault.empty()) {
        throw Error(
            ErrorCode::invalid,
            "field.faults",
            {{std::string(field),
              fault,
              {{"min", std::to_string(kMinCharacters)}, {"max", std::to_string(kMaxCharacters)}}}});
    }
    const HashTurn turn;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (sodium_init() < 0 || crypto_pwhash_str_alg(out.data(),
                                                   password.data(),
                                                   password.size(),
                                                   kPasses,
                                                   memory_bytes,
                                                   crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Error(ErrorCode::unavailable, "auth.busy").with_detail("argon2id ran out of memory");
    }
    return out.data();
}

bool password_matches(const std::string& hash, const std::string& written) {
    const std::string password = to_nfc(written);
    const HashTurn turn;
    return sodium_init() >= 0 &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace hoiquan::auth
