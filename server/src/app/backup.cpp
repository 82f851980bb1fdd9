#include "app/backup.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/installation.h"
#include "platform/audit/audit.h"

namespace hoiquan::app {

namespace fs = std::filesystem;

namespace {

/// The connection as libpq's environment, so that no password shows in the list of processes.
std::vector<std::string> libpq_environment(const std::string& url) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(url.c_str(), &message), &PQconninfoFree);
    if (!options) {
        PQfreemem(message);
        throw std::runtime_error("Địa chỉ cơ sở dữ liệu không đúng dạng postgresql://…");
    }
    std::vector<std::string> out{"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"};
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->envvar != nullptr && option->val != nullptr) {
            out.push_back(std::string(option->envvar) + "=" + option->val);
        }
    }
    return out;
}

void run_postgres_tool(const std::string& url, std::vector<std::string> words) {
    auto environment = libpq_environment(url);
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (auto& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    std::vector<char*> envp;
    envp.reserve(environment.size() + 1);
    for (auto& entry : environment) {
        envp.push_back(entry.data());
    }
    envp.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawnp(&child, argv[0], nullptr, nullptr, argv.data(), envp.data()) != 0) {
        throw std::runtime_error("Không chạy được " + words.front() +
                                 ". Cài gói postgresql-client-15 rồi chạy lại.");
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw std::runtime_error(words.front() + " báo lỗi; xem dòng ở trên.");
    }
}

/// Empty and readable by the owner only, before anything is in it.
void make_private_file(const fs::path& file) {
    const int made =
        ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) {
        throw std::runtime_error("Không tạo được tệp " + file.string() + ": " +
                                 std::generic_category().message(errno) + ".");
    }
    ::close(made);
}

void copy_keys(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    fs::permissions(to, fs::perms::owner_all);
    for (const char* name : {"audit.key", "members.key"}) {
        // The key of identity numbers is made with the first member.
        if (fs::exists(from / name)) {
            fs::copy_file(from / name, to / name);
            fs::permissions(to / name, fs::perms::owner_read | fs::perms::owner_write);
        }
    }
}

std::int64_t verify_restored(const config::Settings& settings) {
    const auto installation = Installation::open(settings);
    db::migrate(installation->database());
    const auto key = audit::load_or_make_key(installation->keys_dir());
    const auto result = audit::verify(installation->database(), key, std::nullopt);
    if (!result.findings.empty()) {
        throw std::runtime_error("Khóa không khớp với bản sao lưu hoặc nhật ký đã bị sửa: " +
                                 result.findings.front().what +
                                 (settings.database_url
                                      ? " Hãy xóa cơ sở dữ liệu vừa phục hồi trước khi làm lại."
                                      : ""));
    }
    return result.events;
}

}  // namespace

void backup(const config::Settings& settings, const fs::path& out) {
    if (fs::exists(out)) {
        throw std::runtime_error("Tệp " + out.string() +
                                 " đã có. Chọn tên khác để không ghi đè bản sao lưu cũ.");
    }
    const auto installation = Installation::open_existing(settings);
    db::check_schema(installation->database());
    if (!settings.database_url) {
        installation->database().backup_to(out.string());
        return;
    }
    make_private_file(out);
    try {
        run_postgres_tool(*settings.database_url,
                          {"pg_dump", "--format=custom", "--no-owner", "--file=" + out.string()});
    } catch (...) {
        fs::remove(out);  // A part of a backup is none.
        throw;
    }
}

std::int64_t restore(const config::Settings& settings,
                     const fs::path& from,
                     const fs::path& keys_dir) {
    if (!fs::exists(from)) {
        throw std::runtime_error("Không thấy bản sao lưu " + from.string() + ".");
    }
    if (!fs::exists(keys_dir / "audit.key")) {
        throw std::runtime_error("Không thấy " + (keys_dir / "audit.key").string() +
                                 ". Cần thư mục khóa của hệ thống đã sao lưu.");
    }
    const auto target = settings.data_dir / "hoiquan.sqlite";
    if (fs::exists(target) || fs::exists(settings.data_dir / "keys")) {
        throw std::runtime_error("Thư mục " + settings.data_dir.string() +
                                 " đã có dữ liệu. Phục hồi vào một thư mục trống.");
    }
    fs::create_directories(settings.data_dir);
    fs::permissions(settings.data_dir, fs::perms::owner_all);
    try {
        if (settings.database_url) {
            run_postgres_tool(*settings.database_url,
                              {"pg_restore",
                               "--no-owner",
                               "--exit-on-error",
                               "--single-transaction",
                               "--dbname=",
                               from.string()});
        } else {
            make_private_file(target);
            fs::copy_file(from, target, fs::copy_options::overwrite_existing);
            fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
        }
        copy_keys(keys_dir, settings.data_dir / "keys");
        return verify_restored(settings);
    } catch (...) {
        fs::remove(target);
        fs::remove_all(settings.data_dir / "keys");
        throw;
    }
}

}  // namespace hoiquan::app
