#include "platform/config/log.h"

#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "base/text.h"
#include "platform/config/clock.h"

namespace hoiquan::config {

namespace {

void append_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : repair_utf8(text)) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    out += '"';
}

struct AppendValue {
    std::string& out;
    void operator()(const std::string& value) const { append_text(out, value); }
    void operator()(long long value) const { out += std::to_string(value); }
    void operator()(double value) const {
        out += std::isfinite(value) ? fmt::format("{}", value) : "null";
    }
    void operator()(bool value) const { out += value ? "true" : "false"; }
};

/// The lines are complete JSON already; spdlog gives the lock, the level and the write.
spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = std::make_shared<spdlog::logger>(
            "hoiquan", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%v");
        made->set_level(spdlog::level::info);
        return made;
    }();
    return *instance;
}

void write(spdlog::level::level_enum level,
           std::string_view level_name,
           std::string_view event,
           std::initializer_list<LogField> fields) {
    if (!logger().should_log(level)) {
        return;
    }
    std::string line = R"({"time":")" + system_clock().now().iso() + R"(","level":")" +
                       std::string(level_name) + R"(","event":)";
    append_text(line, event);
    for (const auto& [name, value] : fields) {
        line += ',';
        append_text(line, name);
        line += ':';
        std::visit(AppendValue{line}, value);
    }
    line += '}';
    logger().log(level, spdlog::string_view_t(line));
}

}  // namespace

void set_log_level(std::string_view level) {
    // spdlog calls it "warn" and "err".
    const bool is_warning = level == "warning";
    const bool is_error = level == "error";
    const std::string known(is_warning ? "warn" : is_error ? "err" : level);
    logger().set_level(spdlog::level::from_str(known));
}

void log_debug(std::string_view event, std::initializer_list<LogField> fields) {
    write(spdlog::level::debug, "debug", event, fields);
}
void log_info(std::string_view event, std::initializer_list<LogField> fields) {
    write(spdlog::level::info, "info", event, fields);
}
void log_warning(std::string_view event, std::initializer_list<LogField> fields) {
    write(spdlog::level::warn, "warning", event, fields);
}
void log_error(std::string_view event, std::initializer_list<LogField> fields) {
    write(spdlog::level::err, "error", event, fields);
}

}  // namespace hoiquan::config
