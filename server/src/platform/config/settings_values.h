#pragma once

// Internal to platform/config: one setting as it was written, and how it is read.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/config/config.h"

namespace hoiquan::config {

/// A value from the file or the environment. A list from the environment is split at commas.
struct Written {
    std::string text;
    std::vector<std::string> list;
};

/// Puts a value into the settings; returns what is wrong with it, if anything. The answer never
/// repeats the value, which may hold a password.
using Apply = std::function<std::optional<std::string>(Settings&, const Written&)>;

/// Key of the TOML file -> how it is read. The environment uses HOIQUAN_ and the key in capitals.
const std::map<std::string, Apply, std::less<>>& known_settings();

}  // namespace hoiquan::config
