#include "platform/extract/landlock.h"

#include <cstdint>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace hoiquan::extract {

namespace {

// Rights that came after the first version of Landlock; the headers of Debian 12 lack the last.
constexpr std::uint64_t kRefer = std::uint64_t{1} << 13;
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;
constexpr std::uint64_t kFirstVersion = (std::uint64_t{1} << 13) - 1;

constexpr std::uint64_t kReadTree =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kFileRights = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE |
                                      LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate;

constexpr const char* kReadable[] = {"/usr",
                                     "/bin",
                                     "/sbin",
                                     "/lib",
                                     "/lib64",
                                     "/opt",
                                     "/etc/alternatives",
                                     "/etc/fonts",
                                     "/etc/group",
                                     "/etc/ld.so.cache",
                                     "/etc/libreoffice",
                                     "/etc/locale.alias",
                                     "/etc/localtime",
                                     "/etc/nsswitch.conf",
                                     "/etc/passwd",
                                     "/var/cache/fontconfig",
                                     "/var/lib/libreoffice",
                                     "/var/spool/libreoffice"};
constexpr const char* kDevices[] = {"/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"};

std::uint64_t handled_rights() {
    const long version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) {
        return 0;
    }
    return kFirstVersion | (version >= 2 ? kRefer : 0) | (version >= 3 ? kTruncate : 0);
}

// A path that is not there needs no rule.
void allow(int rules, const std::string& path, std::uint64_t rights) {
    const FileDescriptor place(::open(path.c_str(), O_PATH | O_CLOEXEC));
    struct stat status {};
    if (!place.is_open() || ::fstat(place.get(), &status) != 0) {
        return;
    }
    landlock_path_beneath_attr rule{};
    rule.allowed_access = S_ISDIR(status.st_mode) ? rights : (rights & kFileRights);
    rule.parent_fd = place.get();
    static_cast<void>(
        ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0));
}

}  // namespace

FileDescriptor file_rules(const std::string& program, const std::filesystem::path& folder) {
    const std::uint64_t handled = handled_rights();
    if (handled == 0) {
        return FileDescriptor();
    }
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = handled;
    FileDescriptor rules(static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0)));
    if (!rules.is_open()) {
        return rules;
    }
    for (const char* path : kReadable) {
        allow(rules.get(), path, kReadTree);
    }
    for (const char* path : kDevices) {
        allow(rules.get(), path, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    }
    allow(rules.get(), program, kReadTree);
    // LibreOffice insists on a socket in /tmp. Where namespaces are to be had this is our own
    // folder by another name, and the rule for the real /tmp opens nothing.
    allow(rules.get(), "/tmp", LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE);
    allow(rules.get(), folder.string(), handled);
    return rules;
}

}  // namespace hoiquan::extract
