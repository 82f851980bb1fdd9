// The services: work, evidence, judgement, closing, changes and who may do each.

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "platform/audit/audit.h"
#include "tasks/fixture_test.h"
#include "tasks/sql.h"

namespace hoiquan::tasks {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

/// The current record that a conflict carries; empty when there was none.
template <class Change>
std::string conflict_of(Change change) {
    try {
        change();
    } catch (const Error& error) {
        return error.code() == ErrorCode::conflict ? error.current_json() : "";
    }
    return "";
}

std::int64_t version_of(const db::ReadTx& tx, const Offices& offices, const TaskId& id) {
    return get(tx, offices.clerk, id).task.version;
}

std::vector<std::string> actions(const db::ReadTx& tx, const TaskId& id) {
    std::vector<std::string> out;
    for (const auto& event : audit::history(tx, id.str(), 50, 0)) {
        out.push_back(event.action);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("every statement of tasks prepares on both engines") {
    db::testing::on_each_engine([](db::Database& database) {
        for (const auto* statement : sql::all) {
            db::testing::check_prepares(database, *statement);
        }
    });
}

TEST_CASE("names: every value reads back from its text") {
    CHECK(all_statuses().size() == 11);
    for (const auto status : all_statuses()) {
        CHECK(parse_status(to_string(status)) == status);
    }
    CHECK_FALSE(parse_status("done"));
    CHECK(parse_alert("deep_red") == Alert::deep_red);
    CHECK(parse_level("top") == Level::top);
    CHECK(parse_part("monitor") == Part::monitor);
    CHECK(parse_mark("unled") == Mark::unled);
    CHECK(parse_decision("refused") == Decision::refused);
    CHECK(to_string(May::file_evidence) == "file_evidence");
    CHECK(is_sort("-lead"));
    CHECK_FALSE(is_sort("title"));
}

TEST_CASE("scope: another body's task does not exist, for reading and for writing") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            file_evidence(tx, offices.officer, id, evidence());
            const auto proof = get(tx, offices.clerk, id).evidence.front().id;
            const auto input = input_of(get(tx, offices.clerk, id).task);
            const Keys hidden{"tasks.not_found"};
            for (const auto* actor : {&offices.stranger, &offices.elderly_officer}) {
                CHECK(faults_of([&] { get(tx, *actor, id); }) == hidden);
                CHECK(faults_of([&] { update(tx, *actor, id, 2, input); }) == hidden);
                CHECK(faults_of([&] { add_note(tx, *actor, id, "x", 1); }) == hidden);
                CHECK(faults_of([&] { file_evidence(tx, *actor, id, evidence()); }) == hidden);
                CHECK(faults_of([&] {
                          decide_evidence(tx, *actor, proof, Decision::accepted, std::nullopt);
                      }) == Keys{"tasks.evidence_not_found"});
                CHECK(faults_of([&] { close(tx, *actor, id, 2, std::nullopt); }) == hidden);
                CHECK(list(tx, *actor, {}).total == 0);
            }
            CHECK(faults_of([&] {
                      decide_evidence(tx,
                                      offices.clerk,
                                      tx.new_id<EvidenceId>(),
                                      Decision::accepted,
                                      std::nullopt);
                  }) == Keys{"tasks.evidence_not_found"});
            for (const auto* actor : {&offices.clerk, &offices.leader, &offices.monitor}) {
                CHECK(get(tx, *actor, id).task.id == id);
            }
        });
    });
}

TEST_CASE("may: each role is offered what it may do now, and no more") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            const auto may = [&](const auth::Actor& actor) { return get(tx, actor, id).may; };
            const std::vector work{May::add_note, May::file_evidence};
            CHECK(may(offices.officer) == work);
            CHECK(may(offices.monitor).empty());
            CHECK(may(offices.leader).empty());
            file_evidence(tx, offices.officer, id, evidence());
            CHECK(may(offices.monitor) == std::vector{May::decide_evidence});
            CHECK(may(offices.officer) == work);
            const auto proof = get(tx, offices.monitor, id).evidence.front();
            CHECK(proof.may_decide);
            decide_evidence(tx, offices.monitor, proof.id, Decision::accepted, std::nullopt);
            CHECK(may(offices.monitor) == std::vector{May::close});
            close(tx, offices.monitor, id, version_of(tx, offices, id), std::nullopt);
            for (const auto* actor : {&offices.clerk, &offices.officer, &offices.monitor}) {
                CHECK(may(*actor).empty());
            }
        });
    });
}

TEST_CASE("work: notes and evidence come from who works for the lead") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        auto from = usual_source(offices);
        from.cooperating = {offices.people};
        const auto id = assigned(database, offices, {from}).front().id;
        database.write([&](db::WriteTx& tx) {
            const Keys refused{"tasks.may_not_work"};
            for (const auto* actor : {&offices.people_officer, &offices.monitor, &offices.leader}) {
                CHECK(faults_of([&] { add_note(tx, *actor, id, "x", std::nullopt); }) == refused);
                CHECK(faults_of([&] { file_evidence(tx, *actor, id, evidence()); }) == refused);
            }
            add_note(tx, offices.officer, id, "Đã họp với các chi hội.", 40);
            add_note(tx, offices.officer, id, "Đang tổng hợp.", std::nullopt);
            file_evidence(tx, offices.officer, id, evidence());
            const auto detail = get(tx, offices.leader, id);
            REQUIRE(detail.notes.size() == 2);
            CHECK(detail.notes[0].text == "Đang tổng hợp.");
            CHECK(detail.notes[1].percent == 40);
            CHECK(detail.notes[1].author == "Người dùng nguoimu");
            CHECK(detail.notes[1].organisation.name == "Hội Người mù thành phố");
            REQUIRE(detail.evidence.size() == 1);
            CHECK(detail.evidence[0].filed_for.id == offices.blind);
            CHECK(detail.evidence[0].document_number == "15-BC/HNM");
            CHECK(detail.task.status == Status::awaiting_acceptance);
        });
    });
}

TEST_CASE(
    "file_evidence: dated from the issue of the document to today; its file is within reach") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            const auto filing = [&](NewEvidence input) {
                return faults_of([&] { file_evidence(tx, offices.officer, id, input); });
            };
            CHECK(filing(evidence("2026-03-17")) ==
                  Keys{"/document_date tasks.evidence_in_future"});
            auto bad = evidence("2026-01-04");
            bad.file = tx.new_id<FileId>();
            CHECK(filing(bad) == Keys{"/document_date tasks.evidence_before_issue",
                                      "/file_id documents.file_not_found"});
            CHECK(filing(evidence("2026-01-05")).empty());
            auto good = evidence("2026-03-16");
            good.file = documents::store_file(tx, offices.officer, {"báo cáo.txt", "nội dung"}).id;
            CHECK(filing(good).empty());
            // Who judges can open it.
            const auto shown = get(tx, offices.monitor, id).evidence.front().file;
            REQUIRE(shown);
            CHECK(shown->name == "báo cáo.txt");
            CHECK(documents::find_file(tx, offices.monitor, shown->id).has_value());
            CHECK_FALSE(documents::find_file(tx, offices.stranger, shown->id));
        });
    });
}

TEST_CASE("decide_evidence: by another account, a refusal with its reason, once") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            const auto own = file_evidence(tx, offices.clerk, id, evidence());
            const auto decide = [&](const auth::Actor& actor,
                                    const EvidenceId& proof,
                                    Decision decision,
                                    std::optional<std::string> reason) {
                return faults_of([&] { decide_evidence(tx, actor, proof, decision, reason); });
            };
            CHECK(decide(offices.clerk, own, Decision::accepted, {}) == Keys{"tasks.own_evidence"});
            CHECK(decide(offices.officer, own, Decision::accepted, {}) ==
                  Keys{"tasks.may_not_judge"});
            CHECK(decide(offices.leader, own, Decision::accepted, {}) ==
                  Keys{"tasks.may_not_judge"});
            CHECK(decide(offices.monitor, own, Decision::refused, {}) ==
                  Keys{"/reason tasks.refusal_reason_missing"});
            CHECK(decide(offices.monitor, own, Decision::refused, "Thiếu chữ ký").empty());
            CHECK(get(tx, offices.officer, id).task.is_returned);
            CHECK(decide(offices.other_clerk, own, Decision::accepted, {}) ==
                  Keys{"http.conflict"});
            const auto again = file_evidence(tx, offices.officer, id, evidence());
            CHECK_FALSE(get(tx, offices.officer, id).task.is_returned);
            CHECK(decide(offices.other_clerk, again, Decision::accepted, {}).empty());
            const auto detail = get(tx, offices.officer, id);
            REQUIRE(detail.evidence.size() == 2);  // The refused one stays.
            CHECK(detail.evidence[0].decided_by_name == "Người dùng vanthu2");
            CHECK(detail.evidence[1].decision == Decision::refused);
            CHECK(detail.evidence[1].decision_reason == "Thiếu chữ ký");
            CHECK(detail.evidence[1].decided_for->name == "Ban Dân vận Thành ủy");
        });
    });
}

TEST_CASE("close: only with accepted evidence and none that waits, on a day that can be") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            const auto closing = [&](const auth::Actor& actor, std::optional<Date> done = {}) {
                return faults_of([&] { close(tx, actor, id, version_of(tx, offices, id), done); });
            };
            CHECK(closing(offices.clerk) == Keys{"tasks.no_accepted_evidence"});
            CHECK(closing(offices.officer) == Keys{"tasks.may_not_judge"});
            const auto accept = [&](const char* dated) {
                decide_evidence(tx,
                                offices.clerk,
                                file_evidence(tx, offices.officer, id, evidence(dated)),
                                Decision::accepted,
                                std::nullopt);
            };
            accept("2026-03-12");
            accept("2026-03-10");
            const auto waiting = file_evidence(tx, offices.officer, id, evidence());
            CHECK(closing(offices.clerk) == Keys{"tasks.evidence_waits"});
            decide_evidence(tx, offices.clerk, waiting, Decision::refused, "thừa");
            CHECK(closing(offices.clerk, day("2026-03-17")) ==
                  Keys{"/done_date tasks.bad_done_date"});
            CHECK(closing(offices.clerk, day("2026-01-04")) ==
                  Keys{"/done_date tasks.bad_done_date"});
            CHECK(closing(offices.monitor).empty());
            const auto detail = get(tx, offices.officer, id);
            CHECK(detail.task.status == Status::done_on_time);
            CHECK(detail.task.done_date == day("2026-03-12"));  // Of the newest accepted one.
            CHECK(detail.closed_at.has_value());
            CHECK(closing(offices.clerk) == Keys{"tasks.closed"});
            CHECK(faults_of([&] { add_note(tx, offices.officer, id, "x", {}); }) ==
                  Keys{"tasks.closed"});
            CHECK(faults_of([&] { file_evidence(tx, offices.officer, id, evidence()); }) ==
                  Keys{"tasks.closed"});
        });
    });
}

TEST_CASE("conflict: who comes second is shown the task as it is, and nothing is overwritten") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            auto input = input_of(get(tx, offices.clerk, id).task);
            input.title = "Sửa bởi người thứ nhất";
            update(tx, offices.clerk, id, 1, input);
            input.title = "Sửa bởi người thứ hai";
            const auto current =
                conflict_of([&] { update(tx, offices.other_clerk, id, 1, input); });
            CHECK(current.find("Sửa bởi người thứ nhất") != std::string::npos);
            CHECK(current.find("\"version\":2") != std::string::npos);
            CHECK(get(tx, offices.clerk, id).task.title == "Sửa bởi người thứ nhất");

            // Closed meanwhile: the other is shown what happened, not merely turned away.
            decide_evidence(tx,
                            offices.clerk,
                            file_evidence(tx, offices.officer, id, evidence()),
                            Decision::accepted,
                            std::nullopt);
            const auto version = version_of(tx, offices, id);
            close(tx, offices.monitor, id, version, std::nullopt);
            CHECK(conflict_of([&] {
                      close(tx, offices.clerk, id, version, std::nullopt);
                  }).find("done_on_time") != std::string::npos);
            CHECK(conflict_of([&] {
                      update(tx, offices.clerk, id, version, input);
                  }).find("done_on_time") != std::string::npos);
            CHECK(faults_of([&] { update(tx, offices.clerk, id, version + 1, input); }) ==
                  Keys{"tasks.closed"});
        });
    });
}

TEST_CASE("update: only the giver's clerk; all faults at once") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            const auto good = input_of(get(tx, offices.clerk, id).task);
            for (const auto* actor : {&offices.officer, &offices.monitor, &offices.leader}) {
                CHECK(faults_of([&] { update(tx, *actor, id, 1, good); }) ==
                      Keys{"tasks.may_not_edit"});
            }
            auto bad = good;
            bad.title.clear();
            bad.due_date = day("2026-01-04");
            bad.lead = tx.new_id<OrganisationId>();
            bad.cooperating = {offices.people, offices.people};
            CHECK(faults_of([&] { update(tx, offices.clerk, id, 1, bad); }) ==
                  Keys{"/due_date tasks.due_date_before_issue",
                       "/reason tasks.extension_reason_missing",
                       "/lead_id organisations.not_found",
                       "/cooperating_ids documents.body_twice",
                       "/title field.required"});
            bad = good;
            bad.cooperating = {offices.blind};
            bad.due_date.reset();
            bad.reason = "x";
            CHECK(
                faults_of([&] { update(tx, offices.clerk, id, 1, bad); }) ==
                Keys{"/due_date tasks.due_date_missing", "/cooperating_ids documents.body_twice"});
            bad = good;
            bad.deadline_kind = DeadlineKind::standing;
            CHECK(faults_of([&] { update(tx, offices.clerk, id, 1, bad); }) ==
                  Keys{"/due_date tasks.due_date_without_kind"});
        });
    });
}

TEST_CASE("update: a first date is a decision, a new date an extension with its reason") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        auto from = source("II.1", "Hội Người mù báo cáo.");
        from.leads = {offices.blind};
        const auto id = assigned(database, offices, {from}).front().id;
        database.write([&](db::WriteTx& tx) {
            auto input = input_of(get(tx, offices.clerk, id).task);
            input.deadline_kind = DeadlineKind::from_issue_date;
            input.due_date = day("2026-03-20");
            update(tx, offices.other_clerk, id, 1, input);
            auto detail = get(tx, offices.clerk, id);
            CHECK(detail.due_decided_by == "Người dùng vanthu2");
            CHECK_FALSE(detail.task.is_extended);
            CHECK(detail.task.deadline_kind == DeadlineKind::from_issue_date);
            input.due_date = day("2026-04-20");
            input.reason = "Chờ số liệu của các chi hội";
            update(tx, offices.clerk, id, 2, input);
            detail = get(tx, offices.clerk, id);
            CHECK(detail.task.is_extended);
            CHECK(detail.task.deadline_kind == DeadlineKind::fixed_date);
            CHECK(detail.due_decided_by == "Người dùng vanthu2");
            const auto event = audit::history(tx, id.str(), 1, 0).front();
            CHECK(event.action == "task.extended");
            CHECK(event.reason == "Chờ số liệu của các chi hội");
            CHECK(event.before.as_object().at("due_date").as_string() == "2026-03-20");
            CHECK(event.after.as_object().at("due_date").as_string() == "2026-04-20");
        });
    });
}

TEST_CASE(
    "update: a new lead takes over from today; the one before keeps its past, not its access") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            constexpr const char* back_sql =
                "UPDATE task_assignment SET valid_from = $1 WHERE task_id = $2";
            tx.exec(db::Statement{"test/back", back_sql, back_sql}, {"2026-03-01", id});
            constexpr const char* made_sql = "UPDATE task SET created_at = $1 WHERE id = $2";
            tx.exec(db::Statement{"test/made", made_sql, made_sql},
                    {"2026-03-01T01:00:00.000000Z", id});
            auto input = input_of(get(tx, offices.clerk, id).task);
            input.lead = offices.elderly;
            update(tx, offices.clerk, id, 1, input);
            CHECK(get(tx, offices.elderly_officer, id).task.lead->id == offices.elderly);
            CHECK(faults_of([&] { get(tx, offices.officer, id); }) == Keys{"tasks.not_found"});
            ListQuery query;
            query.as_of = day("2026-03-15");
            CHECK(list(tx, offices.clerk, query).items.at(0).lead->id == offices.blind);
            query.lead = offices.blind;
            CHECK(list(tx, offices.clerk, query).total == 1);
            query.as_of = day("2026-03-16");
            CHECK(list(tx, offices.clerk, query).total == 0);
        });
    });
}

TEST_CASE("update: a parent has no lead, takes no note, evidence or closing") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        auto group = usual_source(offices);
        group.leads = {offices.blind, offices.elderly};
        const auto parent = assigned(database, offices, {group}).front();
        database.write([&](db::WriteTx& tx) {
            auto input = input_of(parent);
            input.lead = offices.blind;
            CHECK(faults_of([&] { update(tx, offices.clerk, parent.id, 1, input); }) ==
                  Keys{"/lead_id tasks.parent_has_no_lead"});
            CHECK(faults_of([&] { add_note(tx, offices.clerk, parent.id, "x", {}); }) ==
                  Keys{"tasks.may_not_work"});
            CHECK(faults_of([&] { file_evidence(tx, offices.officer, parent.id, evidence()); }) ==
                  Keys{"tasks.may_not_work"});
            CHECK(faults_of([&] { close(tx, offices.clerk, parent.id, 1, {}); }) ==
                  Keys{"tasks.may_not_judge"});
        });
    });
}

TEST_CASE("history: every act leaves its event, oldest to newest, with what changed") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        database.write([&](db::WriteTx& tx) {
            auto input = input_of(get(tx, offices.clerk, id).task);
            input.recurrence = Recurrence::quarterly;
            input.no_due_reason = "theo quý";
            update(tx, offices.clerk, id, 1, input);
            input.due_date = day("2026-04-30");
            input.reason = "gia hạn";
            update(tx, offices.clerk, id, 2, input);
            add_note(tx, offices.officer, id, "Đang làm", 10);
            const auto first = file_evidence(tx, offices.officer, id, evidence());
            decide_evidence(tx, offices.monitor, first, Decision::refused, "thiếu");
            const auto second = file_evidence(tx, offices.officer, id, evidence());
            decide_evidence(tx, offices.monitor, second, Decision::accepted, {});
            close(tx, offices.monitor, id, version_of(tx, offices, id), {});
            CHECK(actions(tx, id) == std::vector<std::string>{"task.assigned",
                                                              "task.changed",
                                                              "task.extended",
                                                              "task.note_added",
                                                              "task.evidence_filed",
                                                              "task.evidence_refused",
                                                              "task.evidence_filed",
                                                              "task.evidence_accepted",
                                                              "task.closed"});
            const auto events = audit::history(tx, id.str(), 50, 0);
            const auto& changed = events.at(7).after.as_object();
            CHECK(changed.at("recurrence").as_string() == "quarterly");
            CHECK(changed.at("no_due_reason").as_string() == "theo quý");
            CHECK(changed.size() == 2);
            CHECK(events.at(3).reason == "thiếu");
            CHECK(events.at(3).organisation == offices.board);
        });
    });
}

TEST_CASE("a refused act leaves neither a row nor an event") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = usual_task(database, offices);
        CHECK_FALSE(faults_of([&] {
                        database.write([&](db::WriteTx& tx) {
                            file_evidence(tx, offices.officer, id, evidence("2027-01-01"));
                        });
                    }).empty());
        database.read([&](const db::ReadTx& tx) {
            CHECK(get(tx, offices.clerk, id).evidence.empty());
            CHECK(actions(tx, id).size() == 1);
            CHECK(version_of(tx, offices, id) == 1);
        });
    });
}

}  // namespace hoiquan::tasks
