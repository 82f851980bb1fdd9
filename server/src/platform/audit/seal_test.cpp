#include <atomic>
#include <fstream>
#include <iterator>
#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.h"
#include "platform/audit/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::audit;
using namespace hoiquan::audit::fixture;

namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> out;
    std::string line;
    while (std::getline(in, line)) {
        out.push_back(line);
    }
    return out;
}

auth::Actor actor_of(db::WriteTx& tx) {
    auth::Actor actor;
    actor.user = auth::create_user(tx, {"vanthu", "Nguyễn Văn Thư", "", false}, "hash").id;
    actor.acting = auth::HeldRole{RoleId("r"),
                                  actor.user,
                                  OrganisationId("01900000-0000-7000-8000-00000000000a"),
                                  auth::Role::clerk,
                                  auth::Reach::self,
                                  tx.today(),
                                  far_future()};
    return actor;
}

}  // namespace

TEST_CASE("record: the event lives and dies with the transaction of its change") {
    db::testing::on_each_engine([](db::Database& database) {
        CHECK_THROWS_AS(database.write([](db::WriteTx& tx) {
            record_system(tx, event("task-1"));
            throw Error(ErrorCode::conflict, "http.conflict");
        }),
                        Error);
        CHECK(count(database, count_events) == 0);
        CHECK(count(database, count_pending) == 0);
        CHECK(seal(database, key) == 0);
        record_events(database, 1);
        CHECK(count(database, count_events) == 1);
        CHECK(count(database, count_pending) == 1);
    });
}

TEST_CASE("record: the database itself refuses to change or remove an event") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 1);
        CHECK_THROWS(database.write([&](db::WriteTx& tx) { tx.exec(change, {"{}", ids[0]}); }));
        CHECK_THROWS(database.write([&](db::WriteTx& tx) { tx.exec(remove_event, {ids[0]}); }));
        CHECK(found(database).empty());
    });
}

TEST_CASE("history: newest first, with what hangs under the record, page by page") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto actor = actor_of(tx);
            record(tx, actor, {"task.created", "task", "t1", nullptr, {{"n", 1}}, "", ""});
            record(tx, actor, {"evidence.filed", "evidence", "e1", nullptr, nullptr, "", "t1"});
            record(tx, actor, {"task.created", "task", "t2", nullptr, nullptr, "", ""});
            record_system(
                tx, {"task.closed", "task", "t1", {{"n", 1}}, {{"n", 2}}, "đủ minh chứng", ""});
        });
        database.read([](const db::ReadTx& tx) {
            const auto all = history(tx, "t1", 10, 0);
            REQUIRE(all.size() == 3);
            CHECK(count_history(tx, "t1") == 3);
            CHECK(all[0].action == "task.closed");
            CHECK_FALSE(all[0].user);
            CHECK(all[0].user_name.empty());
            CHECK(all[0].before.at("n").as_int64() == 1);
            CHECK(all[0].after.at("n").as_int64() == 2);
            CHECK(all[0].reason == "đủ minh chứng");
            CHECK(all[1].action == "evidence.filed");
            CHECK(all[1].entity_id == "e1");
            CHECK(all[1].user_name == "Nguyễn Văn Thư");
            CHECK(all[1].organisation->str() == "01900000-0000-7000-8000-00000000000a");
            CHECK(all[2].before.is_null());
            const auto second = history(tx, "t1", 1, 1);
            REQUIRE(second.size() == 1);
            CHECK(second[0].id == all[1].id);
            CHECK(history(tx, "nothing", 10, 0).empty());
        });
    });
}

TEST_CASE("seal: everything once, in order, a thousand at a time") {
    db::testing::on_each_engine([](db::Database& database) {
        CHECK(seal(database, key) == 0);
        database.write([](db::WriteTx& tx) {
            for (int i = 0; i < 1200; ++i) {
                record_system(tx, event(std::to_string(i)));
            }
        });
        CHECK(seal(database, key) == 1000);
        CHECK(seal(database, key) == 200);
        CHECK(seal(database, key) == 0);
        CHECK(count(database, count_pending) == 0);
        CHECK(count(database, count_seals) == 1200);
        CHECK(found(database).empty());
    });
}

TEST_CASE("seal: two sealers beside writers seal everything once") {
    db::testing::on_each_engine([](db::Database& database) {
        constexpr int writer_count = 2;
        constexpr int events_each = 40;
        std::latch start(writer_count + 2);
        std::atomic<int> writing{writer_count};
        std::atomic<std::int64_t> by_all{0};
        std::vector<std::thread> threads;
        for (int w = 0; w < writer_count; ++w) {
            threads.emplace_back([&] {
                start.arrive_and_wait();
                record_events(database, events_each);
                --writing;
            });
        }
        for (int s = 0; s < 2; ++s) {
            threads.emplace_back([&] {
                start.arrive_and_wait();
                bool is_last_round = false;
                while (!is_last_round) {
                    is_last_round = writing == 0;
                    by_all += seal(database, key);
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        by_all += seal(database, key);
        CHECK(by_all == writer_count * events_each);
        CHECK(count(database, count_seals) == writer_count * events_each);
        CHECK(count(database, count_pending) == 0);
        CHECK(found(database).empty());
    });
}

TEST_CASE("seal: a key of the wrong size seals nothing") {
    db::testing::on_each_engine([](db::Database& database) {
        record_events(database, 1);
        CHECK_THROWS(seal(database, "short"));
        CHECK(count(database, count_pending) == 1);
        CHECK(count(database, count_seals) == 0);
    });
}

TEST_CASE("anchor: a line for each move of the head, none without") {
    db::testing::on_each_engine([](db::Database& database) {
        const Folder folder;
        const auto file = folder.path / "deep" / "audit.anchor";
        anchor(database, file);
        CHECK_FALSE(std::filesystem::exists(file));
        sealed(database, 2);
        anchor(database, file);
        anchor(database, file);
        CHECK(lines_of(file).size() == 1);
        sealed(database, 1);
        anchor(database, file);
        const auto lines = lines_of(file);
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].rfind("2 ", 0) == 0);
        CHECK(lines[1].rfind("3 ", 0) == 0);
        CHECK(lines[1].substr(lines[1].size() - 1) == "Z");
    });
}

TEST_CASE("load_or_make_key: made once, for the owner alone") {
    const Folder folder;
    const auto keys = folder.path / "keys";
    const auto made = load_or_make_key(keys);
    CHECK(made.size() == 32);
    CHECK(load_or_make_key(keys) == made);
    const auto modes = [](const std::filesystem::path& path) {
        return std::filesystem::status(path).permissions();
    };
    using std::filesystem::perms;
    CHECK(modes(keys / "audit.key") == (perms::owner_read | perms::owner_write));
    CHECK(modes(keys) == perms::owner_all);
    CHECK(std::distance(std::filesystem::directory_iterator(keys), {}) == 1);
}

TEST_CASE("load_or_make_key: a key that is none is refused, never replaced") {
    const Folder folder;
    std::ofstream(folder.path / "audit.key") << "short";
    CHECK_THROWS(load_or_make_key(folder.path));
    CHECK(std::filesystem::file_size(folder.path / "audit.key") == 5);
}
