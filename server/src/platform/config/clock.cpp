#include "platform/config/clock.h"

#include <chrono>
#include <stdexcept>

#include <sodium.h>

namespace hoiquan::config {

namespace {

std::array<std::uint8_t, 10> random_bytes() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium does not start");
    }
    std::array<std::uint8_t, 10> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

template <class ChronoClock>
std::int64_t microseconds() {
    const auto since_epoch = ChronoClock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count();
}

class SystemClock final : public Clock {
public:
    Instant now() const override { return Instant(microseconds<std::chrono::system_clock>()); }
    std::array<std::uint8_t, 10> random() const override { return random_bytes(); }
};

}  // namespace

const Clock& system_clock() {
    static const SystemClock clock;
    return clock;
}

ShiftedClock::ShiftedClock(Instant start)
    : start_(start), started_at_us_(microseconds<std::chrono::steady_clock>()) {}

Instant ShiftedClock::now() const {
    const std::int64_t passed = microseconds<std::chrono::steady_clock>() - started_at_us_;
    return Instant(start_.unix_microseconds() + passed);
}

std::array<std::uint8_t, 10> ShiftedClock::random() const {
    return random_bytes();
}

}  // namespace hoiquan::config
