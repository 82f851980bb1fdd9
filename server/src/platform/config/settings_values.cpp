#include "platform/config/settings_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include <arpa/inet.h>

namespace hoiquan::config {

namespace {

using Wrong = std::optional<std::string>;

std::optional<std::int64_t> to_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

template <class T>
Apply integer(T Settings::*member, std::int64_t least, std::int64_t most) {
    return [member, least, most](Settings& settings, const Written& written) -> Wrong {
        const auto value = to_integer(written.text);
        if (!value || *value < least || *value > most) {
            return "must be a whole number from " + std::to_string(least) + " to " +
                   std::to_string(most);
        }
        settings.*member = static_cast<T>(*value);
        return std::nullopt;
    };
}

Wrong apply_secure_cookies(Settings& settings, const Written& written) {
    if (written.text != "true" && written.text != "false") {
        return "must be true or false";
    }
    settings.secure_cookies = written.text == "true";
    return std::nullopt;
}

Wrong apply_data_dir(Settings& settings, const Written& written) {
    if (written.text.empty()) {
        return "must name a folder";
    }
    settings.data_dir = written.text;
    return std::nullopt;
}

Wrong apply_database_url(Settings& settings, const Written& written) {
    if (!written.text.starts_with("postgresql://") && !written.text.starts_with("postgres://")) {
        return "must begin with postgresql://";
    }
    settings.database_url = written.text;
    return std::nullopt;
}

/// "127.0.0.1:8080", "[::1]:8080", "localhost:8080"
Wrong apply_listen(Settings& settings, const Written& written) {
    const std::size_t colon = written.text.rfind(':');
    const auto port = to_integer(
        colon == std::string::npos ? "" : std::string_view(written.text).substr(colon + 1));
    if (colon == 0 || !port || *port < 0 || *port > 65535) {
        return "must be address:port, for instance 127.0.0.1:8080";
    }
    settings.listen = written.text;
    return std::nullopt;
}

bool is_network(const std::string& text) {
    const std::size_t slash = text.find('/');
    const std::string address = text.substr(0, slash);
    std::array<unsigned char, 16> parsed{};
    const bool v4 = inet_pton(AF_INET, address.c_str(), parsed.data()) == 1;
    const bool v6 = !v4 && inet_pton(AF_INET6, address.c_str(), parsed.data()) == 1;
    const int bits = v4 ? 32 : 128;
    const auto prefix =
        slash == std::string::npos ? bits : to_integer(std::string_view(text).substr(slash + 1));
    return (v4 || v6) && prefix && *prefix >= 0 && *prefix <= bits;
}

Wrong apply_trusted_proxies(Settings& settings, const Written& written) {
    if (!std::all_of(written.list.begin(), written.list.end(), is_network)) {
        return "must be a list of networks, for instance 10.0.0.0/8";
    }
    settings.trusted_proxies = written.list;
    return std::nullopt;
}

Wrong apply_log_level(Settings& settings, const Written& written) {
    constexpr std::array<std::string_view, 5> levels{"debug", "info", "warning", "error", "off"};
    if (std::find(levels.begin(), levels.end(), written.text) == levels.end()) {
        return "must be debug, info, warning, error or off";
    }
    settings.log_level = written.text;
    return std::nullopt;
}

Wrong apply_public_origin(Settings& settings, const Written& written) {
    const std::string_view text = written.text;
    const std::size_t after_scheme = text.starts_with("https://")  ? 8
                                     : text.starts_with("http://") ? 7
                                                                   : 0;
    const std::string_view host = text.substr(after_scheme);
    const bool bare = !host.empty() && host.find_first_of("/?#@ ") == std::string_view::npos;
    if (!text.empty() && (after_scheme == 0 || !bare)) {
        return "must be like https://hoiquan.example, without a path";
    }
    settings.public_origin = written.text;
    return std::nullopt;
}

constexpr std::int64_t kKiB = 1024;
constexpr std::int64_t kMiB = 1024 * kKiB;
constexpr std::int64_t kGiB = 1024 * kMiB;
constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kMaxIdleMinutes = 43'200;
constexpr std::int64_t kMaxSessionHours = 8'760;

}  // namespace

const std::map<std::string, Apply, std::less<>>& known_settings() {
    static const std::map<std::string, Apply, std::less<>> settings{
        {"data_dir", apply_data_dir},
        {"database_url", apply_database_url},
        {"listen", apply_listen},
        {"trusted_proxies", apply_trusted_proxies},
        {"io_threads", integer(&Settings::io_threads, 1, 64)},
        {"workers", integer(&Settings::workers, 1, 256)},
        {"max_header_bytes", integer(&Settings::max_header_bytes, kKiB, kMiB)},
        {"max_body_bytes", integer(&Settings::max_body_bytes, kKiB, kGiB)},
        {"max_upload_bytes", integer(&Settings::max_upload_bytes, kKiB, 4 * kGiB)},
        {"idle_timeout_seconds", integer(&Settings::idle_timeout_seconds, 1, kDaySeconds)},
        {"request_timeout_seconds", integer(&Settings::request_timeout_seconds, 1, kDaySeconds)},
        {"max_connections_per_address",
         integer(&Settings::max_connections_per_address, 1, 1'000'000)},
        {"max_connections", integer(&Settings::max_connections, 1, 1'000'000)},
        {"session_idle_minutes", integer(&Settings::session_idle_minutes, 1, kMaxIdleMinutes)},
        {"session_hours", integer(&Settings::session_hours, 1, kMaxSessionHours)},
        {"log_level", apply_log_level},
        {"argon2_memory_bytes", integer(&Settings::argon2_memory_bytes, 8 * kMiB, 4 * kGiB)},
        {"secure_cookies", apply_secure_cookies},
        {"public_origin", apply_public_origin},
    };
    return settings;
}

}  // namespace hoiquan::config
