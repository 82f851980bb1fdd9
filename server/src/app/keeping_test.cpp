// An installation on disk: opened, backed up, restored. On SQLite, and on PostgreSQL where
// HOIQUAN_TEST_POSTGRES names a server.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include "accounts/accounts.h"
#include "app/backup.h"
#include "app/demo_clock.h"
#include "app/embedded.h"
#include "app/installation.h"
#include "app/modules.h"
#include "platform/audit/audit.h"
#include "platform/auth/auth.h"

namespace hoiquan::app {

namespace {

namespace fs = std::filesystem;

class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "hoiquan-app-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

/// Databases on the test server, dropped at the end.
class PostgresDatabases {
public:
    explicit PostgresDatabases(std::string server) : server_(std::move(server)) {}
    ~PostgresDatabases() {
        for (int i = 1; i <= made_; ++i) {
            run("DROP DATABASE IF EXISTS " + name(i) + " WITH (FORCE)");
        }
    }
    PostgresDatabases(const PostgresDatabases&) = delete;
    PostgresDatabases& operator=(const PostgresDatabases&) = delete;

    std::string add() {
        ++made_;
        run("CREATE DATABASE " + name(made_));
        const auto path = server_.find('/', server_.find("://") + 3);
        return server_.substr(0, path) + "/" + name(made_);
    }

private:
    static std::string name(int number) {
        return "hoiquan_keeping_" + std::to_string(::getpid()) + "_" + std::to_string(number);
    }
    void run(const std::string& sql) {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(server_.c_str()),
                                                                      &PQfinish);
        PQclear(PQexec(connection.get(), sql.c_str()));
    }

    std::string server_;
    int made_ = 0;
};

using NewSettings = std::function<config::Settings(const fs::path& data_dir)>;

/// Runs `f` with a maker of settings, each time for a fresh place.
void on_each_engine(const std::function<void(const Folder&, const NewSettings&)>& f) {
    const auto in_folder = [](const fs::path& dir) {
        config::Settings settings;
        settings.data_dir = dir;
        settings.workers = 2;
        return settings;
    };
    {
        const Folder folder;
        f(folder, in_folder);
    }
    const char* server = std::getenv("HOIQUAN_TEST_POSTGRES");
    if (server != nullptr) {
        PostgresDatabases databases(server);
        const Folder folder;
        f(folder, [&](const fs::path& dir) {
            auto settings = in_folder(dir);
            settings.database_url = databases.add();
            return settings;
        });
    }
}

/// An installation with one account and three events, sealed.
void fill(const config::Settings& settings) {
    const auto installation = Installation::open(settings);
    auto& database = installation->database();
    db::migrate(database);
    database.write([](db::WriteTx& tx) {
        const auto user = auth::create_user(tx, {"vanthu", "Lê Văn Thư", "", false}, "-").id;
        for (const char* action : {"accounts.created", "accounts.changed", "accounts.changed"}) {
            audit::record_system(tx,
                                 {.action = action,
                                  .entity = "user",
                                  .entity_id = user.str(),
                                  .before = nullptr,
                                  .after = nullptr,
                                  .reason = {},
                                  .parent_entity_id = {}});
        }
    });
    const auto key = audit::load_or_make_key(installation->keys_dir());
    CHECK(audit::seal(database, key) == 3);
}

std::string what_of(const std::function<void()>& f) {
    try {
        f();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "";
}

bool has(const std::string& text, const std::string& piece) {
    return text.find(piece) != std::string::npos;
}

constexpr auto kOwnerOnly = fs::perms::owner_read | fs::perms::owner_write;

}  // namespace

TEST_CASE("backup, restore: what was there is there again, its chain whole, for its owner only") {
    on_each_engine([](const Folder& folder, const NewSettings& place) {
        const auto from = place(folder / "goc");
        fill(from);
        const auto file = folder / "sao-luu";
        backup(from, file);
        CHECK(fs::status(file).permissions() == kOwnerOnly);
        CHECK(has(what_of([&] { backup(from, file); }), "đã có"));

        const auto to = place(folder / "moi");
        CHECK(restore(to, file, folder / "goc/keys") == 3);
        CHECK(fs::status(folder / "moi/keys/audit.key").permissions() == kOwnerOnly);
        const auto installation = Installation::open_existing(to);
        installation->database().read([](const db::ReadTx& tx) {
            CHECK(auth::find_user_by_login(tx, "vanthu")->full_name == "Lê Văn Thư");
        });
        const auto result = audit::verify(installation->database(),
                                          audit::load_or_make_key(installation->keys_dir()),
                                          std::nullopt);
        CHECK(result.events == 3);
        CHECK(result.findings.empty());
    });
}

TEST_CASE("restore: the wrong key, no key, a full folder, a broken file: told, nothing left") {
    on_each_engine([](const Folder& folder, const NewSettings& place) {
        const auto from = place(folder / "goc");
        fill(from);
        const auto file = folder / "sao-luu";
        backup(from, file);
        fs::create_directories(folder / "khoa");
        const auto to = place(folder / "moi");
        const auto restoring = [&](const fs::path& backup_file, const char* keys) {
            return what_of([&] { restore(to, backup_file, folder / keys); });
        };
        CHECK(has(restoring(file, "khoa"), "Cần thư mục khóa"));
        CHECK(has(restoring(folder / "khong-co", "goc/keys"), "Không thấy bản sao lưu"));
        CHECK(has(what_of([&] { restore(from, file, folder / "goc/keys"); }), "đã có dữ liệu"));
        std::ofstream(folder / "hong") << "không phải bản sao lưu";
        CHECK_FALSE(restoring(folder / "hong", "goc/keys").empty());
        CHECK_FALSE(fs::exists(folder / "moi/keys"));
        CHECK_FALSE(fs::exists(folder / "moi/hoiquan.sqlite"));
        std::ofstream(folder / "khoa/audit.key") << std::string(32, '\7');
        CHECK(has(restoring(file, "khoa"), "Khóa không khớp"));
        CHECK_FALSE(fs::exists(folder / "moi/keys"));
        CHECK_FALSE(fs::exists(folder / "moi/hoiquan.sqlite"));
    });
}

TEST_CASE("installation: a mistyped folder is told, not made") {
    const Folder folder;
    config::Settings settings;
    settings.data_dir = folder / "nham";
    CHECK(has(what_of([&] { Installation::open_existing(settings); }), "chưa có dữ liệu"));
    CHECK_FALSE(fs::exists(settings.data_dir));
    CHECK(has(what_of([&] { backup(settings, folder / "sao-luu"); }), "chưa có dữ liệu"));
    CHECK_FALSE(fs::exists(folder / "sao-luu"));
}

TEST_CASE("installation: its folder is private; HOIQUAN_NOW moves only demonstration data") {
    const Folder folder;
    config::Settings settings;
    settings.data_dir = folder / "du-lieu";
    fill(settings);
    CHECK(fs::status(settings.data_dir).permissions() == fs::perms::owner_all);
    const auto today = [&] {
        return Installation::open(settings)->database().read(
            [](const db::ReadTx& tx) { return tx.today(); });
    };
    const char* before = std::getenv("HOIQUAN_NOW");
    const std::optional<std::string> kept =
        before == nullptr ? std::nullopt : std::optional<std::string>(before);
    ::setenv("HOIQUAN_NOW", "2001-02-03T02:00:00Z", 1);
    CHECK(today().year() > 2001);
    Installation::open(settings)->database().write(
        [](db::WriteTx& tx) { accounts::mark_demonstration(tx); });
    CHECK(today().iso() == "2001-02-03");
    ::setenv("HOIQUAN_NOW", "hôm nay", 1);
    CHECK(has(what_of([&] { Installation::open(settings); }), "HOIQUAN_NOW"));
    if (kept) {
        ::setenv("HOIQUAN_NOW", kept->c_str(), 1);
    } else {
        ::unsetenv("HOIQUAN_NOW");
    }
}

TEST_CASE("demonstration clock: runs on, repeats its chance, never stands later than its start") {
    const auto start = Instant::parse_iso("2026-03-16T02:00:00Z");
    DemoClock clock(start);
    const auto first = clock.now();
    CHECK(clock.now() > first);
    DemoClock again(start);
    CHECK(clock.random() == again.random());
    CHECK(clock.random() != clock.random());
    clock.move_to(Date::parse_iso("2026-01-10").value());
    CHECK(clock.today().iso() == "2026-01-10");
    clock.move_to(Date::parse_iso("2026-03-16").value());
    CHECK(clock.now() < *start);
}

TEST_CASE("demonstration clock: soon after midnight the day is still that day") {
    const auto start = Instant::parse_iso("2026-03-15T17:03:00Z");
    DemoClock clock(start);
    const Date day = clock.today();
    CHECK(day.iso() == "2026-03-16");
    clock.move_to(day);
    CHECK(clock.today() == day);
}

TEST_CASE("modules: every route lies under /api/v1; the contract is in the program") {
    make_router();
    CHECK(contract().substr(0, 8) == "openapi:");
    CHECK(has(std::string(contract()), "/documents/{id}/progress"));
    CHECK_FALSE(version().empty());
}

}  // namespace hoiquan::app
