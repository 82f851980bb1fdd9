#include "platform/config/config.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <toml++/toml.h>
#include <unistd.h>

#include "base/text.h"
#include "platform/config/settings_values.h"

namespace hoiquan::config {

namespace {

constexpr std::string_view kPrefix = "HOIQUAN_";

/// Read elsewhere: the demonstration clock, the scripts, the tests.
bool belongs_to_others(std::string_view name) {
    constexpr std::array<std::string_view, 4> others{
        "HOIQUAN_NOW", "HOIQUAN_DATA", "HOIQUAN_BINARY", "HOIQUAN_UPDATE_GOLDEN"};
    return name.starts_with("HOIQUAN_TEST_") ||
           std::find(others.begin(), others.end(), name) != others.end();
}

void apply(Settings& settings,
           std::string_view label,
           std::string_view key,
           const Written& written,
           std::vector<std::string>& wrong) {
    const auto known = known_settings().find(key);
    const auto fault = known == known_settings().end()
                           ? std::optional<std::string>("there is no such setting")
                           : known->second(settings, written);
    if (fault) {
        wrong.push_back(std::string(label) + ": " + *fault);
    }
}

/// Nothing for tables, dates and lists of anything but text.
std::optional<Written> written_in(const toml::node& node) {
    if (const auto* list = node.as_array()) {
        Written out;
        for (const toml::node& item : *list) {
            if (!item.is_string()) {
                return std::nullopt;
            }
            out.list.push_back(item.as_string()->get());
        }
        return out;
    }
    if (const auto* text = node.as_string()) {
        return Written{text->get(), {text->get()}};
    }
    if (const auto* number = node.as_integer()) {
        return Written{std::to_string(number->get()), {}};
    }
    if (const auto* flag = node.as_boolean()) {
        return Written{flag->get() ? "true" : "false", {}};
    }
    return std::nullopt;
}

toml::table parse(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream) {
        throw std::runtime_error("cannot read " + file.string());
    }
    try {
        return toml::parse(stream, file.string());
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(file.string() + ", line " +
                                 std::to_string(error.source().begin.line) + ": " +
                                 std::string(error.description()));
    }
}

void read_file(Settings& settings,
               const std::filesystem::path& file,
               std::vector<std::string>& wrong) {
    const toml::table table = parse(file);
    for (const auto& [key, node] : table) {
        const std::string label = file.string() + ": " + std::string(key.str());
        if (const auto written = written_in(node)) {
            apply(settings, label, key.str(), *written, wrong);
        } else {
            wrong.push_back(label +
                            ": must be text, a whole number, true or false, or a list of texts");
        }
    }
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        const std::string_view part = trim(text.substr(0, comma));
        if (!part.empty()) {
            out.emplace_back(part);
        }
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return out;
}

void read_environment(Settings& settings, std::vector<std::string>& wrong) {
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view variable(*entry);
        const std::size_t equals = variable.find('=');
        const std::string_view name = variable.substr(0, equals);
        if (equals == std::string_view::npos || !name.starts_with(kPrefix) ||
            belongs_to_others(name)) {
            continue;
        }
        const std::string value(variable.substr(equals + 1));
        apply(settings, name, to_lower(name.substr(kPrefix.size())), {value, split(value)}, wrong);
    }
}

}  // namespace

Settings load(const std::optional<std::filesystem::path>& file) {
    Settings settings;
    std::vector<std::string> wrong;
    if (file) {
        read_file(settings, *file, wrong);
    }
    read_environment(settings, wrong);
    if (wrong.empty()) {
        return settings;
    }
    std::string message = "wrong settings:";
    for (const std::string& line : wrong) {
        message += "\n  " + line;
    }
    throw std::runtime_error(message);
}

}  // namespace hoiquan::config
