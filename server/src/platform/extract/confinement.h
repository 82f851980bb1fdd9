#pragma once

// What a program of others may ask of the kernel. Prepared before fork(), because after it only
// async-signal-safe calls are allowed; put on by the child just before exec.

#include <filesystem>
#include <string>
#include <vector>

#include <linux/filter.h>

#include "platform/extract/extract.h"
#include "platform/extract/file_descriptor.h"

namespace hoiquan::extract {

class Confinement {
public:
    Confinement(const std::string& program, const std::filesystem::path& folder, Limits limits);

    enum class Result {
        refused,          ///< A measure that must hold could not be put on.
        folder_in_place,  ///< The private folder is reached by its own path.
        folder_is_tmp     ///< The private folder is also /tmp, and the real one is out of sight.
    };
    /// In the child only.
    Result put_on() const;

private:
    bool set_limits() const;
    bool enter_namespaces() const;

    std::string folder_;
    Limits limits_;
    const std::vector<sock_filter>& filter_;
    FileDescriptor file_rules_;  ///< Closed where the kernel has no Landlock.
    std::string uid_map_;
    std::string gid_map_;
};

}  // namespace hoiquan::extract
