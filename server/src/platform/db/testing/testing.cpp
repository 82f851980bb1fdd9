#include "platform/db/testing.h"

#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "platform/db/connection.h"
#include "platform/db/testing/postgres.h"

namespace hoiquan::db::testing {

namespace {

/// 2026-03-16T02:00:00Z
const Instant kStart(1'773'626'400'000'000);

/// A folder of its own, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "hoiquan-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::system_error(errno, std::generic_category(), "mkdtemp");
        }
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// Migrated once in a run of the program and copied for each test.
const std::filesystem::path& sqlite_template() {
    static const TemporaryFolder folder;
    static const std::filesystem::path file = [] {
        std::filesystem::path path = folder / "template.sqlite";
        Options options;
        options.sqlite_path = path.string();
        // Closing the last connection folds the write-ahead log into the file.
        migrate(*Database::open(options, config::system_clock()));
        return path;
    }();
    return file;
}

void with_database(const Options& options, const std::function<void(Database&)>& f) {
    const config::ShiftedClock clock(kStart);
    const std::unique_ptr<Database> database = Database::open(options, clock);
    f(*database);
}

void on_sqlite(Content content, const std::function<void(Database&)>& f) {
    const TemporaryFolder folder;
    Options options;
    options.sqlite_path = folder / "test.sqlite";
    if (content == Content::migrated) {
        std::filesystem::copy_file(sqlite_template(), options.sqlite_path);
    }
    with_database(options, f);
}

void on_postgres(const std::string& server,
                 Content content,
                 const std::function<void(Database&)>& f) {
    const PostgresDatabase fresh(server, content);
    Options options;
    options.url = fresh.url();
    with_database(options, f);
}

void on_each(Content content, const std::function<void(Database&)>& f) {
    on_sqlite(content, f);
    if (const auto server = postgres_server()) {
        on_postgres(*server, content, f);
    }
}

}  // namespace

void on_each_engine(const std::function<void(Database&)>& f) {
    on_each(Content::migrated, f);
}
void on_each_empty_engine(const std::function<void(Database&)>& f) {
    on_each(Content::empty, f);
}

void check_prepares(Database& database, const Statement& statement) {
    dynamic_cast<Backend&>(database).with_connection(
        [&statement](Connection& connection) { connection.prepare(statement); });
}

}  // namespace hoiquan::db::testing
