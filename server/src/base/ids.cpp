#include "base/ids.h"

namespace hoiquan {

namespace {
constexpr std::string_view kHex = "0123456789abcdef";
constexpr bool is_dash_position(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}
}  // namespace

bool is_uuid(std::string_view text) {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ok =
            is_dash_position(i) ? text[i] == '-' : kHex.find(text[i]) != std::string_view::npos;
        if (!ok) {
            return false;
        }
    }
    return true;
}

std::string make_uuid_v7(std::int64_t unix_milliseconds,
                         const std::array<std::uint8_t, 10>& random) {
    std::array<std::uint8_t, 16> bytes{};
    const auto time = static_cast<std::uint64_t>(unix_milliseconds);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes.at(i) = static_cast<std::uint8_t>(time >> (8 * (5 - i)));
    }
    for (std::size_t i = 0; i < random.size(); ++i) {
        bytes.at(6 + i) = random.at(i);
    }
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        text += kHex[bytes.at(i) >> 4];
        text += kHex[bytes.at(i) & 0x0F];
    }
    return text;
}

}  // namespace hoiquan
