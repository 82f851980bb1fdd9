// A copy of a SQLite database that is in use.

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "platform/db/sqlite_connection.h"

namespace hoiquan::db {

namespace {

constexpr int kPagesPerStep = 256;

struct CloseFile {
    int file;
    ~CloseFile() { ::close(file); }
};

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), "backup: " + what);
}

void create_new_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        fail("cannot create " + path);
    }
    ::close(file);
}

void sync_to_disk(const std::string& path) {
    const CloseFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.file < 0 || ::fsync(file.file) != 0) {
        fail("cannot sync " + path);
    }
}

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

void copy_pages(sqlite3* from, const std::string& to) {
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(to.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, CloseDatabase> target(raw);
    sqlite3_backup* copy =
        opened == SQLITE_OK ? sqlite3_backup_init(raw, "main", from, "main") : nullptr;
    if (copy == nullptr) {
        throw std::runtime_error("backup: cannot open " + to);
    }
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(copy, kPagesPerStep);
    }
    const int finished = sqlite3_backup_finish(copy);
    if (code != SQLITE_DONE || finished != SQLITE_OK) {
        throw std::runtime_error(std::string("backup: ") +
                                 sqlite3_errstr(code != SQLITE_DONE ? code : finished));
    }
}

}  // namespace

void SqliteConnection::backup_to(const std::string& path) {
    if (std::filesystem::exists(path)) {
        throw std::runtime_error("backup: " + path + " is there already");
    }
    const std::string partial = path + ".partial";
    create_new_private_file(partial);
    try {
        // The open read transaction, which takes its snapshot with the first read, keeps it over
        // all steps: writers neither wait for the copy nor make it start again.
        execute("SELECT COUNT(*) FROM sqlite_master", "backup");
        copy_pages(handle_.get(), partial);
        sync_to_disk(partial);
        std::filesystem::rename(partial, path);
        sync_to_disk(std::filesystem::absolute(path).parent_path());
    } catch (...) {
        std::remove(partial.c_str());
        throw;
    }
}

}  // namespace hoiquan::db
