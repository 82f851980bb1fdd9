#pragma once

// One confined process: started, watched, killed with its whole group.

#include <filesystem>
#include <string>
#include <vector>

#include "platform/extract/extract.h"

namespace hoiquan::extract {

struct Launch {
    std::string program;  ///< Absolute.
    std::vector<std::string> args;
    std::string_view input;
    std::filesystem::path folder;
};

/// Everything of the outcome but the files.
Outcome launch(const Launch& what, const Limits& limits);

}  // namespace hoiquan::extract
