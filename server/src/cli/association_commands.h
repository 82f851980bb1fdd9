#pragma once

// Commands about associations. Part of cli.

#include <functional>

#include <CLI/CLI.hpp>

#include "platform/config/config.h"

namespace hoiquan::cli {

/// Adds `associations`; as add_organisation_commands().
void add_association_commands(CLI::App& app,
                              const std::function<void(CLI::App&)>& add_place,
                              const std::function<config::Settings()>& settings,
                              std::function<int()>& run);

}  // namespace hoiquan::cli
