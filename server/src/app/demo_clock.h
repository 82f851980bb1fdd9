#pragma once

// The clock of demonstration data: moved by hand from day to day, with chance that repeats, so that
// the same HOIQUAN_NOW gives the same data.

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>

#include "base/dates.h"
#include "platform/config/clock.h"

namespace hoiquan::app {

/// HOIQUAN_NOW, when it is set. Throws std::runtime_error when it is no instant.
std::optional<Instant> asked_now();

class DemoClock : public config::Clock {
public:
    /// Stands at `now`, or at the system's time.
    explicit DemoClock(const std::optional<Instant>& now);
    Instant now() const override;
    std::array<std::uint8_t, 10> random() const override;
    Date today() const { return now().date_in_vietnam(); }
    /// The same time of day on another day; never later than where it first stood.
    void move_to(const Date& day);

private:
    Instant start_;
    mutable std::mutex mutex_;
    mutable std::int64_t now_us_;
    mutable std::uint64_t state_ = 0x9E3779B97F4A7C15ULL;
};

}  // namespace hoiquan::app
