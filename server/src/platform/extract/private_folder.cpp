#include "platform/extract/private_folder.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/error.h"
#include "platform/extract/file_descriptor.h"

namespace hoiquan::extract {

namespace {

[[noreturn]] void fail(const char* what) {
    throw Error(ErrorCode::unavailable, "extract.failed")
        .with_detail(what + std::string(": ") + std::generic_category().message(errno));
}

/// In memory and with room for what the programs write. A file that has not passed the check for
/// marks of State secrets must not come onto a disk.
bool is_memory_with_room(const std::filesystem::path& folder) {
    constexpr std::uint64_t least_room = std::uint64_t{128} << 20;
    struct statfs facts {};
    if (::statfs(folder.c_str(), &facts) != 0 || facts.f_type != TMPFS_MAGIC ||
        ::access(folder.c_str(), W_OK) != 0) {
        return false;
    }
    return static_cast<std::uint64_t>(facts.f_bavail) * static_cast<std::uint64_t>(facts.f_bsize) >=
           least_room;
}

std::filesystem::path parent_folder() {
    const auto usual = std::filesystem::temp_directory_path();
    const std::filesystem::path in_memory = "/dev/shm";
    return !is_memory_with_room(usual) && is_memory_with_room(in_memory) ? in_memory : usual;
}

}  // namespace

PrivateFolder::PrivateFolder() {
    std::string pattern = (parent_folder() / "hoiquan-XXXXXX").string();
    // Readable by this user alone.
    if (::mkdtemp(pattern.data()) == nullptr) {
        fail("mkdtemp");
    }
    path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;  // Nobody is left to tell; the folder is in the temporary directory.
    std::filesystem::remove_all(path_, ignored);
}

void PrivateFolder::write(const std::string& name, std::string_view bytes) const {
    const FileDescriptor file(
        ::open((path_ / name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.is_open()) {
        fail("open");
    }
    while (!bytes.empty()) {
        const ssize_t done = ::write(file.get(), bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) {
            fail("write");
        }
        bytes.remove_prefix(done > 0 ? static_cast<std::size_t>(done) : 0);
    }
}

PrivateFolder::Found PrivateFolder::read(const std::string& name,
                                         std::uint64_t max_bytes,
                                         std::string& bytes) const {
    // Without O_NONBLOCK a named pipe left behind would hold us up for ever.
    const FileDescriptor file(
        ::open((path_ / name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return Found::no;
    }
    if (static_cast<std::uint64_t>(status.st_size) > max_bytes) {
        return Found::too_large;
    }
    bytes.resize(static_cast<std::size_t>(status.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno != EINTR) {
            fail("read");
        }
        if (got == 0) {
            break;
        }
        done += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    bytes.resize(done);
    return Found::yes;
}

}  // namespace hoiquan::extract
