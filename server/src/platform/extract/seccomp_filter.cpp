#include "platform/extract/seccomp_filter.h"

#include <array>
#include <cerrno>
#include <memory>
#include <type_traits>

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/error.h"
#include "platform/extract/file_descriptor.h"

namespace hoiquan::extract {

namespace {

[[noreturn]] void fail(const char* what) {
    throw Error(ErrorCode::unavailable, "extract.failed").with_detail(what);
}

struct FilterReleaser {
    void operator()(scmp_filter_ctx filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterReleaser>;

// Refused with "not permitted", so that a program that only tries can go on. io_uring would be a
// second way to a socket; a new session or group would be a way out of the killed group; the rest
// reaches other processes or the kernel itself.
constexpr std::array kRefused{SCMP_SYS(io_uring_setup),
                              SCMP_SYS(setsid),
                              SCMP_SYS(setpgid),
                              SCMP_SYS(kill),
                              SCMP_SYS(ptrace),
                              SCMP_SYS(process_vm_readv),
                              SCMP_SYS(process_vm_writev),
                              SCMP_SYS(pidfd_open),
                              SCMP_SYS(pidfd_getfd),
                              SCMP_SYS(pidfd_send_signal),
                              SCMP_SYS(rt_sigqueueinfo),
                              SCMP_SYS(unshare),
                              SCMP_SYS(setns),
                              SCMP_SYS(mount),
                              SCMP_SYS(umount2),
                              SCMP_SYS(fsopen),
                              SCMP_SYS(fsmount),
                              SCMP_SYS(open_tree),
                              SCMP_SYS(move_mount),
                              SCMP_SYS(pivot_root),
                              SCMP_SYS(chroot),
                              SCMP_SYS(bpf),
                              SCMP_SYS(perf_event_open),
                              SCMP_SYS(userfaultfd),
                              SCMP_SYS(keyctl),
                              SCMP_SYS(add_key),
                              SCMP_SYS(request_key),
                              SCMP_SYS(kexec_load),
                              SCMP_SYS(kexec_file_load),
                              SCMP_SYS(init_module),
                              SCMP_SYS(finit_module),
                              SCMP_SYS(delete_module),
                              SCMP_SYS(reboot),
                              SCMP_SYS(swapon),
                              SCMP_SYS(swapoff),
                              SCMP_SYS(quotactl),
                              SCMP_SYS(settimeofday),
                              SCMP_SYS(clock_settime),
                              SCMP_SYS(sethostname),
                              SCMP_SYS(open_by_handle_at),
                              SCMP_SYS(name_to_handle_at)};

void add_rules(scmp_filter_ctx filter) {
    for (const int call : kRefused) {
        if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) != 0) {
            fail("seccomp_rule_add");
        }
    }
    // Local sockets only: no internet of any version, no raw packets, no netlink.
    const scmp_arg_cmp not_local{0, SCMP_CMP_NE, AF_UNIX, 0};
    if (seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, &not_local) !=
        0) {
        fail("seccomp_rule_add_array");
    }
}

std::vector<sock_filter> build() {
    const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
    if (filter == nullptr) {
        fail("seccomp_init");
    }
    add_rules(filter.get());
    // seccomp_load() allocates memory, which a child of a threaded process must not do; the program
    // is taken out here and loaded there by one prctl().
    const FileDescriptor file(memfd_create("hoiquan-seccomp", MFD_CLOEXEC));
    if (!file.is_open() || seccomp_export_bpf(filter.get(), file.get()) != 0) {
        fail("seccomp_export_bpf");
    }
    const off_t bytes = ::lseek(file.get(), 0, SEEK_END);
    if (bytes <= 0 || static_cast<std::size_t>(bytes) % sizeof(sock_filter) != 0) {
        fail("seccomp program");
    }
    std::vector<sock_filter> program(static_cast<std::size_t>(bytes) / sizeof(sock_filter));
    if (::pread(file.get(), program.data(), static_cast<std::size_t>(bytes), 0) != bytes) {
        fail("pread");
    }
    return program;
}

}  // namespace

const std::vector<sock_filter>& seccomp_filter() {
    static const std::vector<sock_filter> program = build();
    return program;
}

}  // namespace hoiquan::extract
