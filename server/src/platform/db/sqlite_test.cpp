// What concerns SQLite alone: durability, waiting, backups.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/error.h"
#include "platform/db/fixture_test.h"
#include "platform/db/sqlite_connection.h"

using namespace hoiquan;
using db::fixture::both;

namespace {

class Folder {
public:
    Folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "hoiquan-sqlite-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string file(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

std::unique_ptr<db::Database> open(const std::string& path, int busy_timeout_ms = 10'000) {
    db::Options options;
    options.sqlite_path = path;
    options.busy_timeout_ms = busy_timeout_ms;
    return db::Database::open(options, config::system_clock());
}

std::string pragma(db::Connection& connection, const std::string& sql) {
    std::string out;
    connection.run(both("pragma", sql), {}, [&out](const db::Row& row) { out = row.text(0); });
    return out;
}

std::string error_key(const std::function<void()>& f) {
    try {
        f();
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::unavailable);
        return error.key();
    }
    return "";
}

mode_t mode_of(const std::string& path) {
    struct stat info {};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    return info.st_mode & 0777U;
}

}  // namespace

TEST_CASE("sqlite: the writer syncs each commit and keeps references whole") {
    using Role = db::SqliteConnection::Role;
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    db::SqliteConnection writer(path, Role::writer, 1234);
    db::SqliteConnection reader(path, Role::reader, 1234);
    for (db::Connection* connection :
         {static_cast<db::Connection*>(&writer), static_cast<db::Connection*>(&reader)}) {
        CHECK(pragma(*connection, "PRAGMA journal_mode") == "wal");
        CHECK(pragma(*connection, "PRAGMA synchronous") == "2");
        CHECK(pragma(*connection, "PRAGMA foreign_keys") == "1");
        CHECK(pragma(*connection, "PRAGMA temp_store") == "2");
        CHECK(pragma(*connection, "PRAGMA busy_timeout") == "1234");
    }
    CHECK(pragma(reader, "PRAGMA cache_size") == "-8192");
    CHECK(pragma(writer, "PRAGMA cache_size") == "-32768");
    CHECK(pragma(writer, "PRAGMA query_only") == "0");
    CHECK(pragma(reader, "PRAGMA query_only") == "1");
}

TEST_CASE("sqlite: only the owner may read the file") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    const auto database = open(path);
    db::fixture::create(*database);
    CHECK(mode_of(path) == 0600);
    CHECK(mode_of(path + "-wal") == 0600);
}

TEST_CASE("sqlite: what cannot be opened is unavailable and says why") {
    const Folder folder;
    CHECK(error_key([&] { open(folder.file("missing/a.sqlite")); }) == "db.unreachable");
    std::ofstream(folder.file("letter.txt")) << std::string(5000, 'x');
    CHECK(error_key([&] { open(folder.file("letter.txt")); }) == "db.unreachable");
    CHECK(error_key([&] { open(folder.file("")); }) == "db.unreachable");
}

TEST_CASE("sqlite: a writer that waits too long for another is told to come back") {
    const Folder folder;
    const auto database = open(folder.file("a.sqlite"), 50);
    db::fixture::create(*database);
    const auto add = [](db::WriteTx& tx) { db::fixture::add(tx, "b", 1); };
    SUBCASE("in this process") {
        database->write(
            [&](db::WriteTx&) { CHECK(error_key([&] { database->write(add); }) == "db.busy"); });
    }
    SUBCASE("in another process") {
        const auto other = open(folder.file("a.sqlite"));
        other->write(
            [&](db::WriteTx&) { CHECK(error_key([&] { database->write(add); }) == "db.busy"); });
    }
    CHECK_NOTHROW(database->write(add));
}

TEST_CASE("backup: is whole and of one moment while writers go on") {
    const Folder folder;
    const auto database = open(folder.file("a.sqlite"));
    db::fixture::create(*database);
    const std::string filler(20'000, 'x');
    const auto add_pair = [&](db::WriteTx& tx) {
        const std::string left = tx.new_id<TaskId>().str();
        tx.exec(db::fixture::insert, {left, 1, 0.0, filler, std::nullopt});
        tx.exec(db::fixture::insert, {tx.new_id<TaskId>(), 1, 0.0, filler, std::nullopt});
    };
    for (int i = 0; i < 100; ++i) {
        database->write(add_pair);
    }
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        while (!stop) {
            database->write(add_pair);
        }
    });
    for (int i = 0; i < 5; ++i) {
        database->backup_to(folder.file("copy") + std::to_string(i));
    }
    stop = true;
    writer.join();
    for (int i = 0; i < 5; ++i) {
        const std::string path = folder.file("copy") + std::to_string(i);
        CHECK(mode_of(path) == 0600);
        const auto copy = open(path);
        const auto things =
            copy->read([](const db::ReadTx& tx) { return tx.integer(db::fixture::count, {}); });
        CHECK(things >= 200);
        CHECK(things % 2 == 0);
        db::SqliteConnection check(path, db::SqliteConnection::Role::reader, 1000);
        CHECK(pragma(check, "PRAGMA integrity_check") == "ok");
    }
}

TEST_CASE("backup: never replaces a file, and a failed one leaves none") {
    const Folder folder;
    const auto database = open(folder.file("a.sqlite"));
    db::fixture::create(*database);
    database->backup_to(folder.file("copy"));
    CHECK_THROWS(database->backup_to(folder.file("copy")));
    CHECK_THROWS(database->backup_to(folder.file("missing/copy")));
    CHECK_FALSE(std::filesystem::exists(folder.file("copy.partial")));
    CHECK_NOTHROW(database->backup_to(folder.file("second")));
}
