#include "platform/db/migrations.h"

#include <thread>

#include <doctest/doctest.h>

#include "base/error.h"
#include "platform/db/connection.h"
#include "platform/db/testing.h"

using namespace hoiquan;
using db::Migration;

namespace {

Migration step(int version,
               std::string_view name,
               std::string_view sql,
               std::string_view checksum = "c") {
    return {version, name, {checksum, sql}, {checksum, sql}};
}

const Migration kBooks = step(1,
                              "books",
                              "CREATE TABLE book (id TEXT PRIMARY KEY); -- a comment; with a mark\n"
                              "CREATE TABLE page (book_id TEXT NOT NULL REFERENCES book (id));\n"
                              "INSERT INTO book VALUES ('a'); INSERT INTO page VALUES ('a');");
const Migration kTitle = step(2, "title", "ALTER TABLE book ADD COLUMN title TEXT;");
const Migration kBroken =
    step(3, "broken", "CREATE TABLE author (id TEXT PRIMARY KEY); CREATE TABEL mistake;");

constexpr db::Statement kCountTitles{
    "count_titles", "SELECT COUNT(title) FROM book", "SELECT COUNT(title) FROM book"};
constexpr db::Statement kCountBooks{
    "count_books", "SELECT COUNT(*) FROM book", "SELECT COUNT(*) FROM book"};
constexpr db::Statement kCountAuthors{
    "count_authors", "SELECT COUNT(*) FROM author", "SELECT COUNT(*) FROM author"};

// For each column "table.column".
constexpr db::Statement kColumns{
    "columns",
    "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c "
    // An index of words is a table of its own here and an index of the table there.
    "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '%_search%' "
    "ORDER BY 1 LIMIT 10000",
    "SELECT CAST(table_name AS TEXT) || '.' || CAST(column_name AS TEXT) "
    "FROM information_schema.columns "
    "WHERE table_schema = current_schema() ORDER BY 1 LIMIT 10000"};

std::string refusal(const std::function<void()>& f) {
    try {
        f();
    } catch (const Error& error) {
        return error.key();
    }
    return "";
}

}  // namespace

TEST_CASE("migrate: applies what is missing, in order, once") {
    db::testing::on_each_empty_engine([](db::Database& database) {
        const std::vector<Migration> one{kBooks};
        const std::vector<Migration> two{kBooks, kTitle};
        CHECK(refusal([&] { db::check_schema(database, one); }) == "db.schema_too_old");

        const auto first = db::migrate(database, one);
        CHECK(first.from == 0);
        CHECK(first.to == 1);
        CHECK(first.applied == std::vector<std::string>{"books"});
        CHECK_NOTHROW(db::check_schema(database, one));
        CHECK(refusal([&] { db::check_schema(database, two); }) == "db.schema_too_old");

        const auto second = db::migrate(database, two);
        CHECK(second.from == 1);
        CHECK(second.to == 2);
        CHECK(second.applied == std::vector<std::string>{"title"});
        CHECK(database.read([](const db::ReadTx& tx) { return tx.integer(kCountTitles, {}); }) ==
              0);

        const auto third = db::migrate(database, two);
        CHECK(third.from == 2);
        CHECK(third.to == 2);
        CHECK(third.applied.empty());
    });
}

TEST_CASE("migrate: refuses a step that was changed, moved or put in between") {
    db::testing::on_each_empty_engine([](db::Database& database) {
        db::migrate(database, std::vector<Migration>{kBooks, kTitle});
        Migration changed = kBooks;
        changed.sqlite.checksum = changed.postgres.checksum = "another";
        const Migration between = step(1, "between", "SELECT 1;", "other");
        for (const auto& steps : {std::vector<Migration>{changed, kTitle},
                                  std::vector<Migration>{kTitle, kBooks},
                                  std::vector<Migration>{between, kBooks, kTitle}}) {
            CHECK(refusal([&] { db::migrate(database, steps); }) == "db.schema_changed");
            CHECK(refusal([&] { db::check_schema(database, steps); }) == "db.schema_changed");
        }
    });
}

TEST_CASE("migrate: refuses a database of a newer program") {
    db::testing::on_each_empty_engine([](db::Database& database) {
        db::migrate(database, std::vector<Migration>{kBooks, kTitle});
        const std::vector<Migration> older{kBooks};
        CHECK(refusal([&] { db::migrate(database, older); }) == "db.schema_too_new");
        CHECK(refusal([&] { db::check_schema(database, older); }) == "db.schema_too_new");
    });
}

TEST_CASE("migrate: a step that fails leaves nothing and keeps the steps before it") {
    db::testing::on_each_empty_engine([](db::Database& database) {
        CHECK_THROWS(db::migrate(database, std::vector<Migration>{kBooks, kTitle, kBroken}));
        CHECK_NOTHROW(db::check_schema(database, std::vector<Migration>{kBooks, kTitle}));
        CHECK_THROWS(
            database.read([](const db::ReadTx& tx) { return tx.integer(kCountAuthors, {}); }));
        Migration mended = kBroken;
        mended.sqlite.sql = mended.postgres.sql = "CREATE TABLE author (id TEXT PRIMARY KEY);";
        CHECK(db::migrate(database, std::vector<Migration>{kBooks, kTitle, mended}).to == 3);
    });
}

TEST_CASE("migrate: two at once apply each step once") {
    db::testing::on_each_empty_engine([](db::Database& database) {
        const std::vector<Migration> steps{kBooks, kTitle};
        std::vector<std::string> applied;
        std::thread other([&] { applied = db::migrate(database, steps).applied; });
        const auto mine = db::migrate(database, steps).applied;
        other.join();
        CHECK(applied.size() + mine.size() == 2);
        CHECK(database.read([](const db::ReadTx& tx) { return tx.integer(kCountBooks, {}); }) == 1);
    });
}

TEST_CASE("migrate: rebuilding a table that others refer to keeps their rows (SQLite)") {
    db::testing::on_each_empty_engine([](db::Database& database) {
        if (database.engine() != db::Engine::sqlite) {
            return;
        }
        const Migration rebuild = step(2,
                                       "rebuild",
                                       "CREATE TABLE new_book (id TEXT PRIMARY KEY, shelf TEXT);"
                                       "INSERT INTO new_book (id) SELECT id FROM book;"
                                       "DROP TABLE book; ALTER TABLE new_book RENAME TO book;");
        const Migration lossy = step(2, "lossy", "DELETE FROM book;");
        CHECK_THROWS_AS(db::migrate(database, std::vector<Migration>{kBooks, lossy}),
                        db::ConstraintViolation);
        CHECK(db::migrate(database, std::vector<Migration>{kBooks, rebuild}).to == 2);
        CHECK(database.read([](const db::ReadTx& tx) { return tx.integer(kCountBooks, {}); }) == 1);
        const auto orphan = [](db::WriteTx& tx) {
            constexpr std::string_view sql = "INSERT INTO page VALUES ('nobody')";
            tx.exec({"orphan", sql, sql}, {});
        };
        CHECK_THROWS_AS(database.write(orphan), db::ConstraintViolation);
    });
}

TEST_CASE(
    "migrate: the steps of this program rise and have a text and a checksum for both engines") {
    int last = 0;
    for (const Migration& embedded : db::embedded_migrations()) {
        CHECK(embedded.version > last);
        last = embedded.version;
        for (const db::MigrationText& text : {embedded.sqlite, embedded.postgres}) {
            CHECK(text.checksum.size() == 32);
            CHECK_FALSE(text.sql.empty());
        }
    }
}

TEST_CASE("migrate: the steps of this program make the same tables and columns on both engines") {
    std::vector<std::vector<std::string>> columns;
    db::testing::on_each_engine([&](db::Database& database) {
        CHECK_NOTHROW(db::check_schema(database));
        CHECK(db::migrate(database).applied.empty());
        columns.push_back(database.read([](const db::ReadTx& tx) {
            return tx.list(
                kColumns, {}, [](const db::Row& row) { return row.get<std::string>(0); });
        }));
        CHECK_FALSE(columns.back().empty());
        CHECK(columns.back() == columns.front());
    });
}
