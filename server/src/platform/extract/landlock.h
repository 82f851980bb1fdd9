#pragma once

#include <filesystem>
#include <string>

#include "platform/extract/file_descriptor.h"

namespace hoiquan::extract {

/// Rules that leave a program what it needs of the system, to read, and its own folder, to write:
/// neither our database nor anybody's /proc. Closed where the kernel has no Landlock.
FileDescriptor file_rules(const std::string& program, const std::filesystem::path& folder);

}  // namespace hoiquan::extract
