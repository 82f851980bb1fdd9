// Status and alert of the handbook's table 3.6, for every state, on both engines.

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tasks/fixture_test.h"

namespace hoiquan::tasks {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

/// What has happened to a task, on the day of the tests unless told.
enum class Proof { none, waiting, refused, accepted, closed };

struct Case {
    std::string what;
    DeadlineKind kind = DeadlineKind::fixed_date;
    std::optional<int> due_in_days = std::nullopt;
    Urgency urgency = Urgency::normal;
    Proof proof = Proof::none;
    std::optional<int> done_after_due = std::nullopt;
    Status status = Status::in_progress;
    Alert alert = Alert::green;
    int days_late = 0;
    bool has_lead = true;
};

std::vector<Case> open_by_day() {
    using S = Status;
    using A = Alert;
    const auto dated = [](int days, S status, A alert, int late, Urgency urgency) {
        return Case{std::to_string(days),
                    DeadlineKind::fixed_date,
                    days,
                    urgency,
                    Proof::none,
                    std::nullopt,
                    status,
                    alert,
                    late,
                    true};
    };
    std::vector<Case> out;
    for (const auto& [days, status, alert, late] :
         std::vector<std::tuple<int, S, A, int>>{{8, S::in_progress, A::green, 0},
                                                 {7, S::due_soon, A::green, 0},
                                                 {4, S::due_soon, A::green, 0},
                                                 {3, S::due_soon, A::yellow, 0},
                                                 {0, S::due_soon, A::yellow, 0},
                                                 {-1, S::overdue, A::red, 1},
                                                 {-2, S::overdue, A::red, 2},
                                                 {-3, S::overdue, A::deep_red, 3},
                                                 {-40, S::overdue, A::deep_red, 40}}) {
        out.push_back(dated(days, status, alert, late, Urgency::normal));
    }
    for (const auto urgency : {Urgency::urgent, Urgency::very_urgent, Urgency::express}) {
        out.push_back(dated(6, S::due_soon, A::green, 0, urgency));
        out.push_back(dated(5, S::due_soon, A::yellow, 0, urgency));
    }
    auto from_issue = dated(-1, S::overdue, A::red, 1, Urgency::normal);
    from_issue.kind = DeadlineKind::from_issue_date;
    out.push_back(from_issue);
    return out;
}

std::vector<Case> others() {
    using S = Status;
    using A = Alert;
    using K = DeadlineKind;
    const auto normal = Urgency::normal;
    const auto none = std::nullopt;
    return {
        {"standing", K::standing, none, normal, Proof::none, none, S::standing},
        {"standing, nobody leads",
         K::standing,
         none,
         normal,
         Proof::none,
         none,
         S::standing,
         A::green,
         0,
         false},
        {"waits", K::awaiting_decision, none, normal, Proof::none, none, S::awaiting_decision},
        {"none given", K::none_given, none, normal, Proof::none, none, S::no_due_date},
        {"nobody leads",
         K::none_given,
         none,
         normal,
         Proof::none,
         none,
         S::unassigned,
         A::green,
         0,
         false},
        {"nobody leads, late",
         K::fixed_date,
         -1,
         normal,
         Proof::none,
         none,
         S::unassigned,
         A::red,
         0,
         false},
        {"filed", K::fixed_date, 1, normal, Proof::waiting, none, S::awaiting_acceptance},
        {"filed, late", K::fixed_date, -9, normal, Proof::waiting, none, S::awaiting_acceptance},
        {"filed, standing",
         K::standing,
         none,
         normal,
         Proof::waiting,
         none,
         S::awaiting_acceptance},
        {"refused", K::fixed_date, 1, normal, Proof::refused, none, S::due_soon, A::yellow},
        {"refused, late", K::fixed_date, -1, normal, Proof::refused, none, S::overdue, A::red, 1},
        {"accepted, not closed", K::fixed_date, 1, normal, Proof::accepted, none, S::due_soon},
        {"done on the day", K::fixed_date, -1, normal, Proof::closed, 0, S::done_on_time},
        {"done before", K::fixed_date, 9, normal, Proof::closed, -20, S::done_on_time},
        {"done a day late", K::fixed_date, -5, normal, Proof::closed, 1, S::done_late, A::green, 1},
        {"done, no date", K::none_given, none, normal, Proof::closed, 0, S::done_unassessed},
        {"done, standing", K::standing, none, normal, Proof::closed, 0, S::done_unassessed},
    };
}

class World {
public:
    explicit World(db::WriteTx& tx) : tx_(tx), offices_(make_offices(tx)) {}

    Offices& offices() { return offices_; }

    TaskId add(const Case& that, const DocumentId& document, std::optional<TaskId> parent = {}) {
        auto from = source("1", that.what);
        from.deadline_kind = that.kind;
        from.urgency = that.urgency;
        if (that.due_in_days) {
            from.due_date = tx_.today().plus_days(*that.due_in_days);
        }
        const auto id = insert(tx_,
                               offices_.clerk,
                               NewTask{offices_.committee,
                                       document,
                                       parent,
                                       false,
                                       ++position_,
                                       from,
                                       that.what,
                                       "",
                                       std::nullopt,
                                       false});
        if (that.has_lead) {
            insert_assignment(tx_, id, Part::lead, offices_.blind);
        }
        prove(that, id, from.due_date.value_or(tx_.today()));
        return id;
    }

    TaskId add_parent(const DocumentId& document) {
        const auto from = source("1", "chung");
        return insert(tx_,
                      offices_.clerk,
                      NewTask{offices_.committee,
                              document,
                              std::nullopt,
                              true,
                              ++position_,
                              from,
                              "chung",
                              "",
                              std::nullopt,
                              false});
    }

private:
    void prove(const Case& that, const TaskId& id, const Date& due) {
        if (that.proof == Proof::none) {
            return;
        }
        const auto filed = insert_evidence(tx_, offices_.officer, id, evidence());
        if (that.proof == Proof::waiting) {
            return;
        }
        const bool is_refused = that.proof == Proof::refused;
        decide_row(tx_,
                   offices_.clerk,
                   filed,
                   is_refused ? Decision::refused : Decision::accepted,
                   is_refused ? std::optional<std::string>("thiếu") : std::nullopt);
        if (that.proof == Proof::closed) {
            const Date done = due.plus_days(that.done_after_due.value_or(0));
            REQUIRE(close_row(tx_, offices_.clerk, id, 3, done));
        }
    }

    db::WriteTx& tx_;
    Offices offices_;
    int position_ = 0;
};

DocumentId add_document(db::WriteTx& tx, const Offices& offices) {
    constexpr const char* insert_sql =
        "INSERT INTO document (id, organisation_id, direction, document_type, subject, status, "
        "search_key, exact_key, sort_key, created_at) VALUES ($1, $2, 'outgoing', 'conclusion', "
        "'', 'assigned', '', '', '', $3)";
    const auto id = tx.new_id<DocumentId>();
    tx.exec(db::Statement{"test/insert_document", insert_sql, insert_sql},
            {id, offices.committee, tx.now()});
    return id;
}

}  // namespace

TEST_CASE("state: every status and alert of the table, by the day") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([&](db::WriteTx& tx) {
            World world(tx);
            const auto document = add_document(tx, world.offices());
            auto cases = open_by_day();
            const auto more = others();
            cases.insert(cases.end(), more.begin(), more.end());
            for (const auto& that : cases) {
                CAPTURE(that.what);
                const auto id = world.add(that, document);
                const auto task = get(tx, world.offices().clerk, id).task;
                CHECK(to_string(task.status) == to_string(that.status));
                CHECK(to_string(task.alert) == to_string(that.alert));
                CHECK(task.days_late == that.days_late);
                CHECK(task.is_returned == (that.proof == Proof::refused));
            }
            ListQuery query;
            query.limit = 100;
            const auto page = list(tx, world.offices().clerk, query);
            CHECK(page.total == static_cast<std::int64_t>(cases.size()));
            CHECK(page.counts.size() == all_statuses().size());  // None of the table is left out.
        });
    });
}

TEST_CASE("state: a parent is as its most pressing child, done when all are, red when one is") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([&](db::WriteTx& tx) {
            World world(tx);
            const auto document = add_document(tx, world.offices());
            const auto all = others();
            const auto named = [&](const std::string& what) {
                for (const auto& that : all) {
                    if (that.what == what) {
                        return that;
                    }
                }
                FAIL("no case " << what);
                return Case{};
            };
            const Case late{"late", DeadlineKind::fixed_date, -5};
            const Case soon{"soon", DeadlineKind::fixed_date, 6};
            const Case far{"far", DeadlineKind::fixed_date, 60};
            // From the most pressing to the last done: each with the next ones gives the first.
            const std::vector<std::pair<Case, Status>> order{
                {late, Status::overdue},
                {soon, Status::due_soon},
                {named("filed"), Status::awaiting_acceptance},
                {named("nobody leads"), Status::unassigned},
                {named("none given"), Status::no_due_date},
                {named("waits"), Status::awaiting_decision},
                {far, Status::in_progress},
                {named("standing"), Status::standing},
                {named("done a day late"), Status::done_late},
                {named("done, no date"), Status::done_unassessed},
                {named("done on the day"), Status::done_on_time},
            };
            for (std::size_t first = 0; first < order.size(); ++first) {
                CAPTURE(order[first].first.what);
                const auto parent = world.add_parent(document);
                for (std::size_t i = first; i < order.size(); ++i) {
                    world.add(order[i].first, document, parent);
                }
                const auto detail = get(tx, world.offices().clerk, parent);
                CHECK(to_string(detail.task.status) == to_string(order[first].second));
                CHECK(detail.task.alert == (first == 0 ? Alert::deep_red : Alert::green));
                CHECK(detail.task.child_count == static_cast<std::int64_t>(order.size() - first));
                CHECK(detail.children.size() == order.size() - first);
                CHECK(detail.task.days_late == 0);
            }
        });
    });
}

TEST_CASE("state: as of a day, what came later has not happened") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([&](db::WriteTx& tx) {
            World world(tx);
            const auto document = add_document(tx, world.offices());
            const auto& clerk = world.offices().clerk;
            const auto id = world.add(
                {"một", DeadlineKind::fixed_date, 5, Urgency::normal, Proof::closed, 0}, document);
            const auto status_on = [&](int days) -> std::string {
                ListQuery query;
                query.as_of = tx.today().plus_days(days);
                const auto page = list(tx, clerk, query);
                return page.items.empty() ? "-" : std::string(to_string(page.items[0].status));
            };
            CHECK(status_on(0) == "done_on_time");
            CHECK(status_on(-1) == "-");  // It was made today.
            const auto move_back = [&](const char* sql, int days) {
                tx.exec(db::Statement{"test/move", sql, sql},
                        {tx.now().plus_seconds(std::int64_t{-86'400} * days), id});
            };
            move_back("UPDATE task SET created_at = $1 WHERE id = $2", 10);
            move_back(
                "UPDATE task_assignment SET valid_from = SUBSTR($1, 1, 10) WHERE task_id = $2", 10);
            CHECK(status_on(-1) == "due_soon");
            CHECK(status_on(-10) == "in_progress");
            CHECK(status_on(-11) == "-");
            move_back("UPDATE evidence SET filed_at = $1 WHERE task_id = $2", 2);
            CHECK(status_on(-1) == "awaiting_acceptance");
            CHECK(status_on(-2) == "awaiting_acceptance");
            CHECK(status_on(-3) == "in_progress");
        });
    });
}

TEST_CASE("state: the day ends at midnight in Vietnam") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([&](db::WriteTx& tx) {
            World world(tx);
            const auto document = add_document(tx, world.offices());
            const auto id = world.add({"một", DeadlineKind::standing}, document);
            const auto shown = [&](const char* created) {
                constexpr const char* update_sql = "UPDATE task SET created_at = $1 WHERE id = $2";
                tx.exec(db::Statement{"test/move", update_sql, update_sql}, {created, id});
                ListQuery query;
                query.as_of = tx.today().plus_days(-1);
                return list(tx, world.offices().clerk, query).total;
            };
            CHECK(shown("2026-03-15T16:59:59.999999Z") == 1);
            CHECK(shown("2026-03-15T17:00:00.000000Z") == 0);
        });
    });
}

TEST_CASE("state: thresholds are dated settings") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([&](db::WriteTx& tx) {
            constexpr const char* update_sql =
                "INSERT INTO setting (name, value, valid_from, recorded_from) VALUES ($1, $2, $3, "
                "$4)";
            const auto set = [&](const char* name, const char* value, const char* from) {
                tx.exec(db::Statement{"test/setting", update_sql, update_sql},
                        {name, value, from, tx.now()});
            };
            const auto before = thresholds(tx, day("2026-03-16"));
            CHECK(before.soon == day("2026-03-23"));
            CHECK(before.yellow == day("2026-03-19"));
            CHECK(before.yellow_urgent == day("2026-03-21"));
            CHECK(before.deep_red == day("2026-03-13"));
            set("tasks.due_soon_days", "10", "2026-03-01");
            set("tasks.due_soon_days", "14", "2026-03-17");
            set("tasks.yellow_days", "rubbish", "2026-03-01");
            const auto after = thresholds(tx, day("2026-03-16"));
            CHECK(after.soon == day("2026-03-26"));
            CHECK(after.yellow == before.yellow);
            CHECK(thresholds(tx, day("2026-02-28")).soon == day("2026-03-07"));
            CHECK(thresholds(tx, day("2026-03-17")).soon == day("2026-03-31"));
        });
    });
}

}  // namespace hoiquan::tasks
