#pragma once

// The one clock and the one source of chance; both replaceable, so that tests are repeatable.

#include <array>
#include <cstdint>

#include "base/dates.h"

namespace hoiquan::config {

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual std::array<std::uint8_t, 10> random() const = 0;
};

/// The system's clock and libsodium's random bytes.
const Clock& system_clock();

/// Runs on from `start` at the system's pace; for demonstration data (HOIQUAN_NOW) and tests.
class ShiftedClock : public Clock {
public:
    explicit ShiftedClock(Instant start);
    Instant now() const override;
    std::array<std::uint8_t, 10> random() const override;

private:
    Instant start_;
    std::int64_t started_at_us_;
};

}  // namespace hoiquan::config
