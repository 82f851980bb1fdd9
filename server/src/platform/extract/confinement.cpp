#include "platform/extract/confinement.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "platform/extract/landlock.h"
#include "platform/extract/seccomp_filter.h"

namespace hoiquan::extract {

namespace {

constexpr rlim_t kOpenFiles = 256;
constexpr int kOwnNamespaces = CLONE_NEWNET | CLONE_NEWNS;

bool limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
    const rlimit value{soft, hard};
    return ::setrlimit(resource, &value) == 0;
}

bool write_all(const char* path, const std::string& text) {
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(file);
    return written;
}

std::string same_id(unsigned id) {
    return std::to_string(id) + " " + std::to_string(id) + " 1";
}

}  // namespace

Confinement::Confinement(const std::string& program,
                         const std::filesystem::path& folder,
                         Limits limits)
    : folder_(folder.string()),
      limits_(limits),
      filter_(seccomp_filter()),
      file_rules_(file_rules(program, folder)),
      uid_map_(same_id(::geteuid())),
      gid_map_(same_id(::getegid())) {}

bool Confinement::set_limits() const {
    // One second between the signal and the kill.
    return limit(RLIMIT_CPU, limits_.cpu_seconds, limits_.cpu_seconds + 1) &&
           limit(RLIMIT_AS, limits_.memory_bytes, limits_.memory_bytes) &&
           limit(RLIMIT_FSIZE, limits_.file_bytes, limits_.file_bytes) &&
           limit(RLIMIT_NPROC, limits_.processes, limits_.processes) && limit(RLIMIT_CORE, 0, 0) &&
           limit(RLIMIT_NOFILE, kOpenFiles, kOpenFiles);
}

// A network without interfaces, and the private folder in the place of /tmp: some programs put
// files there whatever TMPDIR says. Not every installation lets a process make namespaces; where it
// may not, the system call filter alone keeps the network away. True when /tmp is ours.
bool Confinement::enter_namespaces() const {
    if (::unshare(CLONE_NEWUSER | kOwnNamespaces) == 0) {
        // Without a map the program would own nothing, not even its folder.
        const bool mapped = write_all("/proc/self/setgroups", "deny") &&
                            write_all("/proc/self/uid_map", uid_map_) &&
                            write_all("/proc/self/gid_map", gid_map_);
        if (!mapped) {
            return false;
        }
    } else if (::unshare(kOwnNamespaces) != 0) {
        return false;
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount(folder_.c_str(), "/tmp", nullptr, MS_BIND, nullptr) == 0;
}

Confinement::Result Confinement::put_on() const {
    const bool own_tmp = enter_namespaces();
    if (::chdir(own_tmp ? "/tmp" : folder_.c_str()) != 0 || !set_limits() ||
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return Result::refused;
    }
    if (file_rules_.is_open() && ::syscall(SYS_landlock_restrict_self, file_rules_.get(), 0) != 0) {
        return Result::refused;
    }
    const sock_fprog program{static_cast<unsigned short>(filter_.size()),
                             const_cast<sock_filter*>(filter_.data())};
    if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        return Result::refused;
    }
    return own_tmp ? Result::folder_is_tmp : Result::folder_in_place;
}

}  // namespace hoiquan::extract
