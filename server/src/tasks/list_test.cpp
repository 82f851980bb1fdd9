// Lists and home: filters, order, pages, search, cost.

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tasks/fixture_test.h"

namespace hoiquan::tasks {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

documents::ReviewTask named(const std::string& section,
                            const std::string& text,
                            const std::vector<OrganisationId>& leads,
                            std::optional<Date> due = {}) {
    auto out = source(section, text);
    out.leads = leads;
    out.due_date = due;
    out.deadline_kind = due ? DeadlineKind::fixed_date : DeadlineKind::none_given;
    return out;
}

/// Five points, six tasks that are worked on, one parent.
std::vector<Task> several(db::Database& database, const Offices& offices) {
    auto standing = named("II.4", "Thường xuyên nắm tình hình.", {offices.people});
    standing.deadline_kind = DeadlineKind::standing;
    standing.monitor = offices.board;
    return assigned(database,
                    offices,
                    {named("II.1", "Rà soát tổ chức hội.", {offices.people}, day("2026-04-30")),
                     named("II.2", "Báo cáo ĐẦU NĂM.", {offices.blind}, day("2026-03-10")),
                     named("II.3", "Xây dựng kế hoạch.", {offices.blind, offices.elderly}),
                     standing,
                     named("II.5", "Chưa rõ ai.", {})});
}

std::vector<std::string> sections(const Page& page) {
    std::vector<std::string> out;
    for (const auto& task : page.items) {
        out.push_back(task.section + (task.is_parent ? "*" : ""));
    }
    return out;
}

using Sections = std::vector<std::string>;

}  // namespace

TEST_CASE("list: tasks that are worked on; points; everything") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        several(database, offices);
        database.read([&](const db::ReadTx& tx) {
            ListQuery query;
            query.sort = "position";
            CHECK(sections(list(tx, offices.clerk, query)) ==
                  Sections{"II.1", "II.2", "II.3", "II.3", "II.4", "II.5"});
            query.level = Level::top;
            CHECK(sections(list(tx, offices.clerk, query)) ==
                  Sections{"II.1", "II.2", "II.3*", "II.4", "II.5"});
            query.level = Level::all;
            CHECK(sections(list(tx, offices.clerk, query)) ==
                  Sections{"II.1", "II.2", "II.3*", "II.3", "II.3", "II.4", "II.5"});
        });
    });
}

TEST_CASE("list: each filter, and counts by status over the others") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto tasks = several(database, offices);
        database.read([&](const db::ReadTx& tx) {
            const auto found = [&](auto change) {
                ListQuery query;
                query.sort = "position";
                change(query);
                const auto page = list(tx, offices.clerk, query);
                CHECK(page.total == static_cast<std::int64_t>(page.items.size()));
                return sections(page);
            };
            using Q = ListQuery;
            CHECK(found([&](Q& q) { q.lead = offices.blind; }) == Sections{"II.2", "II.3"});
            CHECK(found([&](Q& q) { q.monitor = offices.board; }) == Sections{"II.4"});
            CHECK(found([&](Q& q) { q.parent = tasks[2].id; }) == Sections{"II.3", "II.3"});
            CHECK(found([&](Q& q) { q.document = tasks[0].document.id; }).size() == 6);
            CHECK(found([&](Q& q) { q.document = DocumentId("x"); }).empty());
            CHECK(found([&](Q& q) { q.deadline_kind = DeadlineKind::standing; }) ==
                  Sections{"II.4"});
            CHECK(found([&](Q& q) { q.alert = Alert::deep_red; }) == Sections{"II.2"});
            CHECK(found([&](Q& q) { q.mark = Mark::unled; }) == Sections{"II.5"});
            CHECK(found([&](Q& q) { q.mark = Mark::returned; }).empty());
            CHECK(found([&](Q& q) {
                      q.statuses = {Status::standing, Status::unassigned};
                  }) == Sections{"II.4", "II.5"});
            ListQuery query;
            query.statuses = {Status::overdue};
            const auto page = list(tx, offices.clerk, query);
            CHECK(page.total == 1);
            CHECK(page.counts.at(Status::no_due_date) == 2);
            CHECK(page.counts.at(Status::overdue) == 1);
            CHECK(page.counts == count_by_status(tx, offices.clerk, query));
            query.lead = offices.people;
            CHECK(list(tx, offices.clerk, query).total == 0);
            CHECK(list(tx, offices.clerk, query).counts.at(Status::standing) == 1);
        });
    });
}

TEST_CASE("list: my part in a task; a body sees the tasks it takes part in and no others") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        several(database, offices);
        database.read([&](const db::ReadTx& tx) {
            const auto mine = [&](const auth::Actor& actor, std::optional<Part> part) {
                ListQuery query;
                query.sort = "position";
                query.mine = part;
                return sections(list(tx, actor, query));
            };
            CHECK(mine(offices.officer, std::nullopt) == Sections{"II.2", "II.3"});
            CHECK(mine(offices.officer, Part::lead) == Sections{"II.2", "II.3"});
            CHECK(mine(offices.officer, Part::monitor).empty());
            CHECK(mine(offices.monitor, Part::monitor) == Sections{"II.4"});
            CHECK(mine(offices.stranger, std::nullopt).empty());
            CHECK(mine(offices.clerk, Part::lead).size() == 5);  // Its whole subtree.
        });
    });
}

TEST_CASE("list: sorted by each field, what has none last, the document's order between equals") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        several(database, offices);
        database.read([&](const db::ReadTx& tx) {
            const auto by = [&](const char* sort) {
                ListQuery query;
                query.sort = sort;
                return sections(list(tx, offices.clerk, query));
            };
            CHECK(by("due_date") == Sections{"II.2", "II.1", "II.3", "II.3", "II.4", "II.5"});
            CHECK(by("-due_date") == Sections{"II.1", "II.2", "II.3", "II.3", "II.4", "II.5"});
            // Hội Người cao tuổi, Hội Người mù, UBND; nobody last either way.
            CHECK(by("lead") == Sections{"II.3", "II.2", "II.3", "II.1", "II.4", "II.5"});
            CHECK(by("-lead") == Sections{"II.1", "II.4", "II.2", "II.3", "II.3", "II.5"});
            CHECK(by("status") == Sections{"II.1", "II.3", "II.3", "II.2", "II.4", "II.5"});
            CHECK(by("-status") == Sections{"II.5", "II.4", "II.2", "II.3", "II.3", "II.1"});
            CHECK(by("created_at") == by("position"));
            CHECK(by("-created_at").size() == 6);
        });
    });
}

TEST_CASE("list: pages without gaps or repeats, with the whole total") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        several(database, offices);
        database.read([&](const db::ReadTx& tx) {
            ListQuery query;
            query.limit = 4;
            auto first = list(tx, offices.clerk, query);
            CHECK(first.items.size() == 4);
            CHECK(first.total == 6);
            query.offset = 4;
            const auto second = list(tx, offices.clerk, query);
            CHECK(second.items.size() == 2);
            CHECK(second.total == 6);
            std::vector<TaskId> ids;
            for (const auto& task : first.items) {
                ids.push_back(task.id);
            }
            for (const auto& task : second.items) {
                CHECK(std::find(ids.begin(), ids.end(), task.id) == ids.end());
            }
            query.offset = 6;
            CHECK(list(tx, offices.clerk, query).items.empty());
            CHECK(list(tx, offices.clerk, query).total == 6);
        });
    });
}

TEST_CASE("search: without diacritics and case, in title, quote, lead and number") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto tasks = several(database, offices);
        database.write([&](db::WriteTx& tx) {
            const auto found = [&](const char* words) {
                ListQuery query;
                query.sort = "position";
                query.search = words;
                return sections(list(tx, offices.clerk, query));
            };
            CHECK(found("bao cao dau nam") == Sections{"II.2"});
            CHECK(found("Báo cáo đầu năm") == Sections{"II.2"});
            CHECK(found("NGUOI CAO TUOI") == Sections{"II.3"});
            CHECK(found("45-kl/tu").size() == 6);
            CHECK(found("khong co").empty());
            CHECK(found("").size() == 6);
            CHECK(found("r_ soat").empty());  // A wildcard is a letter like any other.
            CHECK(found("%").empty());
            auto input = input_of(tasks[0]);
            input.title = "Tên mới đặt";
            input.lead = offices.elderly;
            update(tx, offices.clerk, tasks[0].id, 1, input);
            CHECK(found("ten moi") == Sections{"II.1"});
            CHECK(found("ra soat to chuc") == Sections{"II.1"});  // The quote stays.
            CHECK(found("cao tuoi") == Sections{"II.1", "II.3"});
        });
    });
}

TEST_CASE("list: more tasks cost no more statements, nor do more children on a page") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto cost = [&](auto ask) {
            return database.read([&](const db::ReadTx& tx) {
                ask(tx);
                return tx.statements_run();
            });
        };
        const auto listing = [&](const db::ReadTx& tx) { list(tx, offices.clerk, {}); };
        auto from = usual_source(offices);
        from.leads = {offices.blind, offices.elderly};
        const auto small = assigned(database, offices, {from}).front().id;
        const auto opening_small = [&](const db::ReadTx& tx) { get(tx, offices.clerk, small); };
        const int before = cost(listing);
        const int before_opening = cost(opening_small);
        std::vector<documents::ReviewTask> many;
        for (int i = 0; i < 40; ++i) {
            many.push_back(usual_source(offices));
            many.back().key = std::to_string(i);
        }
        many.front().leads = {offices.blind, offices.elderly, offices.people, offices.committee};
        const auto large = assigned(database, offices, many).front().id;
        CHECK(cost(listing) == before);
        CHECK(before <= 7);
        CHECK(cost([&](const db::ReadTx& tx) { get(tx, offices.clerk, large); }) == before_opening);
    });
}

TEST_CASE("home: a clerk of the lead body is not asked to judge or date what another body gave") {
    db::testing::on_each_engine([](db::Database& database) {
        auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        several(database, offices);
        const auto watched = usual_task(database, offices);
        const auto lead_clerk = database.write([&](db::WriteTx& tx) {
            return actor_at(tx, "vanthuhoi", offices.blind, auth::Role::clerk);
        });
        const auto keys = [&] {
            return database.read([&](const db::ReadTx& tx) {
                std::vector<std::string> out;
                for (const auto& group : home(tx, lead_clerk)) {
                    out.push_back(group.key + " " + std::to_string(group.total));
                }
                return out;
            });
        };
        CHECK(keys() == Keys{"overdue 1", "in_progress 1"});
        const auto proof = database.write(
            [&](db::WriteTx& tx) { return file_evidence(tx, lead_clerk, watched, evidence()); });
        CHECK(keys() == Keys{"overdue 1"});
        database.write([&](db::WriteTx& tx) {
            decide_evidence(tx, offices.monitor, proof, Decision::refused, "thiếu");
        });
        CHECK(keys() == Keys{"overdue 1", "returned 1", "in_progress 1"});
    });
}

TEST_CASE("home: each role finds what waits for it, most urgent first; empty groups are left out") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto keys = [&](const auth::Actor& actor) {
            return database.read([&](const db::ReadTx& tx) {
                std::vector<std::string> out;
                for (const auto& group : home(tx, actor)) {
                    out.push_back(group.key + " " + std::to_string(group.total));
                    CHECK(group.tasks.size() + group.documents.size() ==
                          static_cast<std::size_t>(std::min<std::int64_t>(group.total, 10)));
                }
                return out;
            });
        };
        CHECK(keys(offices.clerk).empty());
        reviewed(database, offices, {usual_source(offices)});
        CHECK(keys(offices.clerk) == Keys{"documents_to_review 1"});
        const auto tasks = several(database, offices);
        const auto watched = usual_task(database, offices);
        CHECK(keys(offices.clerk) ==
              Keys{"overdue 1", "unassigned 1", "no_due_date 2", "documents_to_review 1"});
        CHECK(keys(offices.leader) == Keys{"overdue 1", "no_due_date 2"});
        CHECK(keys(offices.officer) == Keys{"overdue 1", "in_progress 1"});
        CHECK(keys(offices.monitor).empty());
        CHECK(keys(offices.administrator).empty());
        CHECK(keys(auth::Actor{}).empty());
        const auto proof = database.write([&](db::WriteTx& tx) {
            return file_evidence(tx, offices.officer, watched, evidence());
        });
        CHECK(keys(offices.monitor) == Keys{"evidence_to_judge 1"});
        CHECK(keys(offices.officer) == Keys{"overdue 1", "awaiting_acceptance 1"});
        database.write([&](db::WriteTx& tx) {
            decide_evidence(tx, offices.monitor, proof, Decision::refused, "thiếu");
        });
        CHECK(keys(offices.officer) == Keys{"returned 1", "overdue 1", "in_progress 1"});
        CHECK(keys(offices.monitor).empty());
        database.write([&](db::WriteTx& tx) {
            const auto again = file_evidence(tx, offices.officer, watched, evidence());
            decide_evidence(tx, offices.monitor, again, Decision::accepted, std::nullopt);
        });
        CHECK(keys(offices.monitor) == Keys{"ready_to_close 1"});
        CHECK(keys(offices.officer) == Keys{"overdue 1", "in_progress 1"});
    });
}

}  // namespace hoiquan::tasks
