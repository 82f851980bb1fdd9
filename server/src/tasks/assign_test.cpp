#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "platform/audit/audit.h"
#include "tasks/fixture_test.h"
#include "tasks/service.h"

namespace hoiquan::tasks {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

std::int64_t rows(const db::ReadTx& tx, const char* sql) {
    return tx.integer(db::Statement{"test/count", sql, sql}, {});
}

}  // namespace

TEST_CASE("title_of: without the number of the point, cut at a word") {
    CHECK(title_of("1. Rà soát các hội.") == "Rà soát các hội.");
    CHECK(title_of("a) Rà  soát\ncác hội.") == "Rà soát các hội.");
    CHECK(title_of("- Rà soát") == "Rà soát");
    CHECK(title_of("Các hội, đoàn thể") == "Các hội, đoàn thể");
    std::string longer = "Hội";
    for (int i = 0; i < 60; ++i) {
        longer += " hội";
    }
    const auto cut = title_of(longer);
    CHECK(cut.size() < longer.size());
    CHECK(cut.substr(cut.size() - 10) == " hội …");
    CHECK(title_of(std::string(400, 'a')).size() == 150 + 4);
}

TEST_CASE("assign: each point becomes a task as it was reviewed; what is no task is left out") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        auto first = usual_source(offices);
        first.cooperating = {offices.people};
        first.lead_as_written = {"Hội Người mù"};
        first.deadline_as_written = "trước ngày 31/3/2026";
        first.urgency = Urgency::urgent;
        auto second = source("II.2", "2. Chưa rõ ai làm.");
        auto third = source("II.3", "Không phải nhiệm vụ.");
        third.include = false;
        const auto id = reviewed(database, offices, {first, second, third});
        database.write([&](db::WriteTx& tx) {
            const auto made = assign(tx, offices.clerk, id, 2);
            CHECK(made.created == 2);
            CHECK(made.parents == 0);
            ListQuery query;
            query.document = id;
            query.sort = "position";
            const auto tasks = list(tx, offices.clerk, query).items;
            REQUIRE(tasks.size() == 2);
            CHECK(tasks[0].section == "II.1");
            CHECK(tasks[0].lead->id == offices.blind);
            CHECK(tasks[0].monitor->id == offices.board);
            REQUIRE(tasks[0].cooperating.size() == 1);
            CHECK(tasks[0].cooperating[0].name == "UBND thành phố Sông Lam");
            CHECK(tasks[0].lead_as_written == "Hội Người mù");
            CHECK(tasks[0].deadline_as_written == "trước ngày 31/3/2026");
            CHECK(tasks[0].urgency == Urgency::urgent);
            CHECK(tasks[0].organisation.id == offices.committee);
            CHECK(tasks[0].document.number == "45");
            CHECK(tasks[1].title == "Chưa rõ ai làm.");
            CHECK(tasks[1].status == Status::unassigned);
            CHECK_FALSE(get(tx, offices.clerk, tasks[0].id).due_decided_by);
            const auto events = audit::history(tx, tasks[0].id.str(), 10, 0);
            REQUIRE(events.size() == 1);
            CHECK(events[0].action == "task.assigned");
        });
    });
}

TEST_CASE("assign: a date that the text does not give is recorded as the person's") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.read([&](const db::ReadTx& tx) {
            const auto detail = get(tx, offices.clerk, id);
            CHECK(detail.due_decided_by == "Người dùng vanthu");
            CHECK(detail.due_decided_at.has_value());
        });
    });
}

TEST_CASE("assign: several leads become a parent with one child each, with the same partners") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        auto group = usual_source(offices);
        group.leads = {offices.blind, offices.elderly};
        group.cooperating = {offices.people};
        const auto tasks = assigned(database, offices, {group, source("II.2", "Sau đó.")});
        REQUIRE(tasks.size() == 4);
        CHECK(tasks[0].is_parent);
        CHECK(tasks[0].child_count == 2);
        CHECK_FALSE(tasks[0].lead);
        CHECK(tasks[1].parent == tasks[0].id);
        CHECK(tasks[1].lead->id == offices.blind);
        CHECK(tasks[2].lead->id == offices.elderly);
        CHECK(tasks[2].monitor->id == offices.board);
        CHECK(tasks[2].due_date == day("2026-03-31"));
        CHECK(tasks[2].cooperating.size() == 1);
        CHECK(tasks[3].section == "II.2");
        database.read([&](const db::ReadTx& tx) {
            const auto detail = get(tx, offices.clerk, tasks[0].id);
            CHECK(detail.children.size() == 2);
            CHECK(detail.may == std::vector{May::edit});
            // One child's body sees the parent and its own child, not its neighbour's.
            const auto own = get(tx, offices.officer, tasks[0].id);
            REQUIRE(own.children.size() == 1);
            CHECK(own.children[0].id == tasks[1].id);
            CHECK(own.task.child_count == 2);
            CHECK(faults_of([&] { get(tx, offices.officer, tasks[2].id); }) ==
                  Keys{"tasks.not_found"});
        });
    });
}

TEST_CASE("assign: one fault anywhere and nothing is stored; all are named at once") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        auto dateless = source("II.2", "Thiếu ngày.");
        dateless.deadline_kind = DeadlineKind::fixed_date;
        auto twice = source("II.3", "Trùng cơ quan.");
        twice.leads = {offices.blind, offices.blind};
        const auto id = reviewed(database, offices, {usual_source(offices), dateless, twice});
        CHECK(faults_of([&] {
                  database.write([&](db::WriteTx& tx) { assign(tx, offices.clerk, id, 2); });
              }) == Keys{"/tasks/1/due_date documents.due_date_missing",
                         "/tasks/2/leads/1 documents.body_twice"});
        database.read([&](const db::ReadTx& tx) {
            CHECK(rows(tx, "SELECT COUNT(*) FROM task") == 0);
            CHECK(rows(tx, "SELECT COUNT(*) FROM task_assignment") == 0);
            CHECK(rows(tx, "SELECT COUNT(*) FROM audit_event WHERE entity = 'task'") == 0);
            CHECK(documents::get_summary(tx, offices.clerk, id).status ==
                  documents::Status::in_review);
        });
    });
}

TEST_CASE("assign: once, by a clerk of the register, on the version that was looked at") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = reviewed(database, offices, {usual_source(offices)});
        const auto by = [&](const auth::Actor& actor, std::int64_t version) {
            return faults_of(
                [&] { database.write([&](db::WriteTx& tx) { assign(tx, actor, id, version); }); });
        };
        CHECK(by(offices.stranger, 2) == Keys{"documents.not_found"});
        CHECK(by(offices.officer, 2) == Keys{"documents.not_found"});
        CHECK_FALSE(by(offices.leader, 2).empty());
        CHECK_FALSE(by(offices.administrator, 2).empty());
        CHECK(by(offices.clerk, 1) == Keys{"documents.changed_meanwhile"});
        CHECK(by(offices.clerk, 2).empty());
        CHECK(by(offices.other_clerk, 3) == Keys{"documents.review_ended_already"});
        database.read(
            [&](const db::ReadTx& tx) { CHECK(rows(tx, "SELECT COUNT(*) FROM task") == 1); });
    });
}

}  // namespace hoiquan::tasks
