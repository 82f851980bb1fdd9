#pragma once

// Settings of a running installation: command line over environment over file over default.

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/dates.h"

namespace hoiquan::config {

/// Everything `serve` and the other commands need. Names equal the keys of the TOML file
/// (`listen = "127.0.0.1:8080"`) and of the environment (`HOIQUAN_LISTEN`).
struct Settings {
    std::filesystem::path
        data_dir;  ///< SQLite file, keys, anchors, logs. Keys lie here on PostgreSQL too.
    std::optional<std::string> database_url;  ///< postgresql://… ; absent means SQLite in data_dir.
    std::string listen = "127.0.0.1:8080";
    std::vector<std::string>
        trusted_proxies;  ///< CIDR; only from there X-Forwarded-For is believed.
    int io_threads = 1;
    int workers = 4;  ///< Database workers; also the size of the reader pool.
    std::size_t max_header_bytes = 16UL * 1024;
    std::size_t max_body_bytes = 1024UL * 1024;  ///< JSON bodies.
    std::size_t max_upload_bytes = 32UL * 1024 * 1024;
    int idle_timeout_seconds = 30;     ///< Until a whole head is there; waiting for one included.
    int request_timeout_seconds = 60;  ///< For the whole body, and again for sending the answer.
    int max_connections_per_address = 64;
    int max_connections = 4096;
    int session_idle_minutes = 60;
    int session_hours = 12;
    std::string log_level = "info";
    std::size_t argon2_memory_bytes = 64UL * 1024 * 1024;
    bool secure_cookies = false;  ///< Set behind TLS: cookies get Secure and the __Host- prefix.
    std::string public_origin;  ///< e.g. https://hoiquan.example ; empty: same as the Host header.
};

/// Reads `file` (TOML, may be absent) and then the environment. Throws std::runtime_error that
/// names every unknown key and bad value at once.
Settings load(const std::optional<std::filesystem::path>& file);

}  // namespace hoiquan::config
