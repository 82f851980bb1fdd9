#pragma once

// A folder that only this run sees, removed with everything in it.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace hoiquan::extract {

class PrivateFolder {
public:
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// `name` is a plain file name.
    void write(const std::string& name, std::string_view bytes) const;
    enum class Found { yes, no, too_large };
    /// Only a regular file counts: a program may have left a link to somewhere else.
    Found read(const std::string& name, std::uint64_t max_bytes, std::string& bytes) const;

private:
    std::filesystem::path path_;
};

}  // namespace hoiquan::extract
