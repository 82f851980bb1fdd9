#include "app/demo_clock.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace hoiquan::app {

std::optional<Instant> asked_now() {
    const char* text =
        std::getenv("HOIQUAN_NOW");  // NOLINT(concurrency-mt-unsafe): read once, before any thread
    if (text == nullptr || *text == '\0') {
        return std::nullopt;
    }
    const auto now = Instant::parse_iso(text);
    if (!now) {
        throw std::runtime_error("HOIQUAN_NOW phải có dạng 2026-03-16T02:00:00Z.");
    }
    return now;
}

DemoClock::DemoClock(const std::optional<Instant>& now)
    : start_(now.value_or(config::system_clock().now())), now_us_(start_.unix_microseconds()) {}

Instant DemoClock::now() const {
    // Each look is a millisecond later, so that what follows has a later time and a later id.
    constexpr std::int64_t step = 1000;
    const std::lock_guard lock(mutex_);
    now_us_ += step;
    return Instant(now_us_);
}

std::array<std::uint8_t, 10> DemoClock::random() const {
    const std::lock_guard lock(mutex_);
    std::array<std::uint8_t, 10> out{};
    for (auto& byte : out) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<std::uint8_t>(state_ >> 56);
    }
    return out;
}

void DemoClock::move_to(const Date& day) {
    constexpr std::int64_t one_day = 86'400'000'000;
    constexpr std::int64_t offset = 7 * 3'600'000'000LL;  // Vietnam is seven hours ahead of UTC.
    // Some minutes before the start, so that the steps of the last day stay in the past; but never
    // on the day before.
    constexpr std::int64_t room = 600'000'000;
    const std::int64_t back = days_between(day, start_.date_in_vietnam());
    const std::int64_t local = start_.unix_microseconds() + offset;
    const std::int64_t midnight = local - local % one_day;
    const std::lock_guard lock(mutex_);
    now_us_ = std::max(local - room, midnight) - offset - back * one_day;
}

}  // namespace hoiquan::app
