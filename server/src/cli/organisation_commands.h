#pragma once

// Commands about bodies through time. Part of cli.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "platform/config/config.h"

namespace hoiquan::cli {

/// Adds `import` and `organisations`. `place` adds --data and --database to a command and gives its
/// settings; `run` is what the chosen command does.
void add_organisation_commands(CLI::App& app,
                               const std::function<void(CLI::App&)>& add_place,
                               const std::function<config::Settings()>& settings,
                               std::function<int()>& run);

}  // namespace hoiquan::cli
