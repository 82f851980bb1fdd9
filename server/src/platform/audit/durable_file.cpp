#include "platform/audit/durable_file.h"

#include <cerrno>
#include <stdexcept>

#include <fcntl.h>
#include <unistd.h>

namespace hoiquan::audit {

Descriptor::~Descriptor() {
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

void write_synced(int fd, const std::string& bytes, const std::filesystem::path& file) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto written = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            throw std::runtime_error("Không ghi được " + file.string() + ".");
        }
        done += static_cast<std::size_t>(written);
    }
    if (::fsync(fd) != 0) {
        throw std::runtime_error("Không ghi được " + file.string() + ".");
    }
}

void sync_folder_of(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0 || ::fsync(fd.get()) != 0) {
        throw std::runtime_error("Không ghi được thư mục " + folder.string() + ".");
    }
}

}  // namespace hoiquan::audit
