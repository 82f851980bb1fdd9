#pragma once

// Files that survive a power cut; part of platform/audit.

#include <filesystem>
#include <string>

namespace hoiquan::audit {

/// Closes at the end of the scope.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();
    int get() const { return fd_; }

private:
    int fd_;
};

/// Throws std::runtime_error naming `file` unless all bytes are on disk.
void write_synced(int fd, const std::string& bytes, const std::filesystem::path& file);
/// Makes a new name in the folder of `file` durable.
void sync_folder_of(const std::filesystem::path& file);

}  // namespace hoiquan::audit
