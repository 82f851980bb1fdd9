// What our database layer costs over SQLite's C API: the same statements, the same connection
// settings.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include "platform/db/connection.h"
#include "platform/db/db.h"

namespace {

namespace config = hoiquan::config;
namespace db = hoiquan::db;

constexpr int kRows = 100'000;
constexpr int kPage = 20;
constexpr int kBatch = 10'000;

constexpr std::string_view kFindSql =
    "SELECT id, name, branch, joined, fee FROM member WHERE id = $1";
constexpr std::string_view kListSql =
    "SELECT id, name, branch, joined, fee FROM member WHERE branch = $1 ORDER BY id LIMIT 20";
constexpr std::string_view kInsertSql =
    "INSERT INTO member (id, name, branch, joined, fee) VALUES ($1, $2, $3, $4, $5)";
constexpr db::Statement kFind{"bench/find", kFindSql, kFindSql};
constexpr db::Statement kList{"bench/list", kListSql, kListSql};
constexpr db::Statement kInsert{"bench/insert", kInsertSql, kInsertSql};

struct Member {
    std::int64_t id = 0;
    std::string name;
    std::int64_t branch = 0;
    std::string joined;
    double fee = 0;
};

Member sample(std::int64_t id) {
    return {id, "Nguyễn Thị Minh Khai " + std::to_string(id), id / kPage, "2022-07-05", 12.5};
}

db::Params to_params(const Member& m) {
    return {m.id, m.name, m.branch, m.joined, m.fee};
}

Member from_row(const db::Row& row) {
    return {row.get<std::int64_t>(0),
            row.get<std::string>(1),
            row.get<std::int64_t>(2),
            row.get<std::string>(3),
            row.get<double>(4)};
}

/// One database for all benchmarks; nothing is kept of what they insert.
class Place {
public:
    Place() {
        std::string folder =
            (std::filesystem::temp_directory_path() / "hoiquan-bench-XXXXXX").string();
        folder_ = ::mkdtemp(folder.data());
        db::Options options;
        options.sqlite_path = path();
        database = db::Database::open(options, config::system_clock());
        dynamic_cast<db::Backend&>(*database).run_schema([](db::Connection& connection) {
            connection.script(
                "CREATE TABLE member (id BIGINT PRIMARY KEY, name TEXT, branch BIGINT, joined "
                "TEXT, fee DOUBLE);"
                "CREATE INDEX member_branch ON member (branch, id);");
        });
        database->write([](db::WriteTx& tx) {
            for (int id = 0; id < kRows; ++id) {
                tx.exec(kInsert, to_params(sample(id)));
            }
        });
        sqlite3_open_v2(path().c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
        sqlite3_exec(
            raw, "PRAGMA synchronous = FULL; PRAGMA cache_size = -2048", nullptr, nullptr, nullptr);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
        sqlite3_close(raw);
        database.reset();
        std::filesystem::remove_all(folder_);
    }
    std::string path() const { return folder_ / "bench.sqlite"; }

    std::unique_ptr<db::Database> database;
    sqlite3* raw = nullptr;

private:
    std::filesystem::path folder_;
};

Place& place() {
    static Place made;
    return made;
}

sqlite3_stmt* prepare(std::string_view sql) {
    sqlite3_stmt* out = nullptr;
    sqlite3_prepare_v3(place().raw,
                       sql.data(),
                       static_cast<int>(sql.size()),
                       SQLITE_PREPARE_PERSISTENT,
                       &out,
                       nullptr);
    return out;
}

std::string text_of(sqlite3_stmt* statement, int column) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

std::vector<Member> fetch_raw(sqlite3_stmt* statement, std::int64_t key) {
    std::vector<Member> out;
    sqlite3_bind_int64(statement, 1, key);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        out.push_back({sqlite3_column_int64(statement, 0),
                       text_of(statement, 1),
                       sqlite3_column_int64(statement, 2),
                       text_of(statement, 3),
                       sqlite3_column_double(statement, 4)});
    }
    sqlite3_reset(statement);
    return out;
}

void read_raw(benchmark::State& state, std::string_view sql, std::int64_t keys) {
    sqlite3_stmt* statement = prepare(sql);
    sqlite3_exec(place().raw, "BEGIN", nullptr, nullptr, nullptr);
    std::int64_t key = 0;
    for (auto _ : state) {
        key = (key + 7919) % keys;
        benchmark::DoNotOptimize(fetch_raw(statement, key));
    }
    sqlite3_exec(place().raw, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_finalize(statement);
}

void read_ours(benchmark::State& state, const db::Statement& statement, std::int64_t keys) {
    place().database->read([&](const db::ReadTx& tx) {
        std::int64_t key = 0;
        for (auto _ : state) {
            key = (key + 7919) % keys;
            benchmark::DoNotOptimize(tx.list(statement, {key}, from_row));
        }
    });
}

void one_row_raw(benchmark::State& state) {
    read_raw(state, kFindSql, kRows);
}
void one_row_ours(benchmark::State& state) {
    read_ours(state, kFind, kRows);
}
void twenty_rows_raw(benchmark::State& state) {
    read_raw(state, kListSql, kRows / kPage);
}
void twenty_rows_ours(benchmark::State& state) {
    read_ours(state, kList, kRows / kPage);
}

void transaction_of_one_row_raw(benchmark::State& state) {
    sqlite3_stmt* statement = prepare(kFindSql);
    sqlite3_stmt* begin = prepare("BEGIN");
    sqlite3_stmt* commit = prepare("COMMIT");
    for (auto _ : state) {
        sqlite3_step(begin);
        sqlite3_reset(begin);
        benchmark::DoNotOptimize(fetch_raw(statement, 42));
        sqlite3_step(commit);
        sqlite3_reset(commit);
    }
    for (sqlite3_stmt* each : {statement, begin, commit}) {
        sqlite3_finalize(each);
    }
}

void transaction_of_one_row_ours(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(place().database->read(
            [](const db::ReadTx& tx) { return tx.list(kFind, {42}, from_row); }));
    }
}

void insert_raw(benchmark::State& state) {
    sqlite3_stmt* statement = prepare(kInsertSql);
    for (auto _ : state) {
        sqlite3_exec(place().raw, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        for (int i = 0; i < kBatch; ++i) {
            const Member m = sample(kRows + i);
            sqlite3_bind_int64(statement, 1, m.id);
            sqlite3_bind_text(
                statement, 2, m.name.data(), static_cast<int>(m.name.size()), SQLITE_STATIC);
            sqlite3_bind_int64(statement, 3, m.branch);
            sqlite3_bind_text(
                statement, 4, m.joined.data(), static_cast<int>(m.joined.size()), SQLITE_STATIC);
            sqlite3_bind_double(statement, 5, m.fee);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        sqlite3_exec(place().raw, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    state.SetItemsProcessed(state.iterations() * kBatch);
    sqlite3_finalize(statement);
}

void insert_ours(benchmark::State& state) {
    struct NotKept {};
    for (auto _ : state) {
        try {
            place().database->write([](db::WriteTx& tx) {
                for (int i = 0; i < kBatch; ++i) {
                    tx.exec(kInsert, to_params(sample(kRows + i)));
                }
                throw NotKept();
            });
        } catch (const NotKept&) {
            continue;
        }
    }
    state.SetItemsProcessed(state.iterations() * kBatch);
}

BENCHMARK(one_row_raw);
BENCHMARK(one_row_ours);
BENCHMARK(twenty_rows_raw);
BENCHMARK(twenty_rows_ours);
BENCHMARK(transaction_of_one_row_raw);
BENCHMARK(transaction_of_one_row_ours);
BENCHMARK(insert_raw)->Unit(benchmark::kMillisecond);
BENCHMARK(insert_ours)->Unit(benchmark::kMillisecond);

}  // namespace
