#pragma once

// The file of anchors: where the head of the chain was at which time. Part of platform/audit.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "platform/audit/audit.h"

namespace hoiquan::audit {

struct Anchors {
    std::map<std::int64_t, std::string> hashes;  ///< Number of the head -> its hash.
    std::vector<Finding> faults;                 ///< What is wrong with the file itself.
};

/// A file that cannot be opened is a finding, not an error: its absence is what a forger wants.
Anchors read_anchors(const std::filesystem::path& file);
/// Appends one line and waits until it is on disk. A last line that a power cut has left
/// unfinished stays a line of its own.
void append_anchor(const std::filesystem::path& file, const std::string& line);
std::string last_anchor(const std::filesystem::path& file);

}  // namespace hoiquan::audit
