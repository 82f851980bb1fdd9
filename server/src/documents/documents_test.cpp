#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.h"
#include "base/text.h"
#include "documents/faults.h"
#include "documents/file_store.h"
#include "documents/fixture_test.h"
#include "documents/review_json.h"
#include "documents/sql.h"
#include "documents/symbol_key.h"
#include "platform/audit/audit.h"

namespace hoiquan::documents {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests
using Keys = std::vector<std::string>;

/// The faults that the change meets, or its one key; empty when it passes.
template <class Change>
Keys faults_of(Change change) {
    try {
        change();
    } catch (const Error& error) {
        Keys keys;
        for (const auto& fault : error.faults()) {
            keys.push_back(fault.field + " " + fault.key);
        }
        return keys.empty() ? Keys{error.key()} : keys;
    }
    return {};
}

constexpr const char* kInsertTask =
    "INSERT INTO task (id, organisation_id, document_id, position, section, title, text, "
    "deadline_kind, search_key, created_at) VALUES ($1, $2, $3, 0, '', '', '', 'none_given', '', "
    "$4)";
constexpr const char* kInsertAssignment =
    "INSERT INTO task_assignment (id, task_id, role, organisation_id, valid_from, recorded_from) "
    "VALUES ($1, $2, 'lead', $3, $4, $5)";

/// A task as the module above makes them.
void assign(db::WriteTx& tx,
            const OrganisationId& owner,
            const DocumentId& document,
            const OrganisationId& lead) {
    const auto task = tx.new_id<TaskId>();
    const db::Statement insert_task{"test/insert_task", kInsertTask, kInsertTask};
    tx.exec(insert_task, {task, owner, document, tx.now()});
    const db::Statement insert_lead{"test/insert_lead", kInsertAssignment, kInsertAssignment};
    tx.exec(insert_lead, {tx.new_id<TaskId>(), task, lead, tx.today(), tx.now()});
}

}  // namespace

TEST_CASE("every statement of documents prepares on both engines") {
    db::testing::on_each_engine([](db::Database& database) {
        for (const auto* statement : sql::all) {
            db::testing::check_prepares(database, *statement);
        }
    });
}

TEST_CASE("symbol_key: one key for all ways of writing a number, none without a number") {
    CHECK(symbol_key("17-CT/TW") == symbol_key("17", "CT/TW"));
    CHECK(symbol_key("Số 05 - NQ/ĐU") == symbol_key("5", "NQ/ĐU"));
    CHECK(symbol_key("126/2024/NĐ-CP") == symbol_key("126", "2024/NĐ-CP"));
    CHECK(symbol_key(std::nullopt, "KL/TU").empty());
    CHECK(symbol_key("-KL/TU").empty());
    CHECK(number_symbol("45", "KL/TU") == "45-KL/TU");
    CHECK(number_symbol("757", "QĐ-UBND") == "757/QĐ-UBND");
    CHECK(number_symbol("126", "2024/NĐ-CP") == "126/2024/NĐ-CP");
    CHECK(number_symbol(std::nullopt, "KL/TU") == "-KL/TU");
}

TEST_CASE("may_be_same: as far as both dates are known") {
    CHECK(may_be_same(partial("2022-07"), partial("2022-07-05")));
    CHECK(may_be_same(std::nullopt, partial("2022")));
    CHECK_FALSE(may_be_same(partial("2022-07"), partial("2022-08-05")));
}

TEST_CASE("create: registered for the acting body; all faults at once; blank number is lawful") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        database.write([&](db::WriteTx& tx) {
            auto good = input("1", "về công tác hội");
            good.number.reset();
            good.issue_date = partial("2022-07");
            const auto id = create(tx, offices.clerk, good);
            const auto detail = get(tx, offices.clerk, id);
            CHECK(detail.summary.organisation.name == "Thành ủy Sông Lam");
            CHECK(to_iso(*detail.summary.issue_date) == "2022-07");
            CHECK(detail.summary.status == Status::registered);
            CHECK(detail.may_edit);
            CHECK_FALSE(detail.has_review);

            auto bad = input("1", "");
            bad.document_type = "novel";
            bad.issue_date = partial("2026-03-17");
            bad.received_date = day("2026-03-16");
            CHECK(faults_of([&] { create(tx, offices.clerk, bad); }) ==
                  Keys{"/document_type field.unknown_value",
                       "/subject field.required",
                       "/issue_date documents.issue_date_in_future",
                       "/received_date documents.received_before_issue"});
            CHECK(faults_of([&] { create(tx, offices.officer, good); }) == Keys{"auth.wrong_role"});
        });
    });
}

TEST_CASE("scope: another body's document does not exist, until a task in it is mine") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto id = register_upload(tx, offices.clerk, upload());
            const auto sees = [&](const auth::Actor& actor) {
                return faults_of([&] { get_summary(tx, actor, id); });
            };
            CHECK(sees(offices.clerk).empty());
            CHECK(sees(offices.stranger) == Keys{"documents.not_found"});
            CHECK(sees(offices.officer) == Keys{"documents.not_found"});
            CHECK(sees(offices.administrator) == Keys{"auth.wrong_role"});
            CHECK(list(tx, offices.stranger, {}).total == 0);
            const auto file = get(tx, offices.clerk, id).file->id;
            CHECK_FALSE(find_file(tx, offices.officer, file));

            assign(tx, offices.committee, id, offices.association);
            CHECK(sees(offices.officer) == Keys{"documents.not_found"});  // Still in review.
            take_review(tx, offices.clerk, id, 1);
            CHECK(sees(offices.officer).empty());
            CHECK(list(tx, offices.officer, {}).total == 1);
            CHECK(find_file(tx, offices.officer, file).has_value());
            CHECK_FALSE(find_file(tx, offices.stranger, file));
            CHECK_FALSE(get(tx, offices.officer, id).may_edit);
            CHECK(get_summary(tx, offices.clerk, id).task_count == 1);
            CHECK(faults_of([&] { update(tx, offices.stranger, id, 2, input("9", "x")); }) ==
                  Keys{"documents.not_found"});
        });
    });
}

TEST_CASE(
    "update: an old version is a conflict with the record as it is; the audit knows no name") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto id = database.write([&](db::WriteTx& tx) {
            const auto made = create(tx, offices.clerk, input("1", "cũ"));
            auto changed = input("1", "mới");
            changed.signer_name = "Nguyễn Văn Ký";
            update(tx, offices.clerk, made, 1, changed);
            return made;
        });
        try {
            database.write(
                [&](db::WriteTx& tx) { update(tx, offices.clerk, id, 1, input("1", "khác")); });
            FAIL("no conflict");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::conflict);
            CHECK(error.current_json().find("mới") != std::string::npos);
        }
        database.read([&](const db::ReadTx& tx) {
            const auto events = audit::history(tx, id.str(), 10, 0);
            REQUIRE(events.size() == 2);
            CHECK(events.front().action == "documents.changed");
            CHECK(events.front().before.as_object().at("subject").as_string() == "cũ");
            CHECK_FALSE(events.front().after.as_object().contains("signer_name"));
        });
    });
}

TEST_CASE("list: filters, counts by status over the others, search folded and exact, sorted") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        database.write([&](db::WriteTx& tx) {
            create(tx, offices.clerk, input("9", "về hội quần chúng"));
            create(tx, offices.clerk, input("10", "về chuyển đổi số"));
            register_upload(tx, offices.clerk, upload());
            const auto found = [&](const char* words) {
                ListQuery query;
                query.search = words;
                return list(tx, offices.clerk, query).total;
            };
            CHECK(found("hoi quan chung") == 1);
            CHECK(found("hội quần chúng") == 1);
            CHECK(found("hôi quần chúng") == 0);
            CHECK(found("45-KL/TU") == 1);
            ListQuery query;
            query.status = Status::registered;
            query.sort = Sort::number_down;
            const auto page = list(tx, offices.clerk, query);
            CHECK(page.total == 2);
            CHECK(page.items.front().number == "10");
            CHECK(page.counts.at(Status::in_review) == 1);
            query.document_type = "conclusion";
            CHECK(list(tx, offices.clerk, query).total == 0);
            CHECK(list(tx, offices.clerk, query).counts.at(Status::in_review) == 1);
        });
    });
}

TEST_CASE("list: ten more documents cost no more statements") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto cost = [&] {
            return database.read([&](const db::ReadTx& tx) {
                list(tx, offices.clerk, {});
                return tx.statements_run();
            });
        };
        database.write([&](db::WriteTx& tx) { create(tx, offices.clerk, input("1", "một")); });
        const auto before = cost();
        database.write([&](db::WriteTx& tx) {
            for (int i = 0; i < 10; ++i) {
                create(tx, offices.clerk, input("2", "thêm"));
            }
        });
        CHECK(cost() == before);
    });
}

TEST_CASE("review: what one body bears is filled in, a group waits; coverage follows the content") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto id = register_upload(tx, offices.clerk, upload());
            auto review = get_review(tx, offices.clerk, id);
            CHECK(review.content.tasks.at(0).leads == std::vector{offices.board});
            CHECK(review.content.tasks.at(1).leads.empty());
            CHECK(covers(review.content, {0, 37}));
            review.content.tasks.at(0).include = false;
            save_review(tx, offices.clerk, id, 1, review.content);
            review = get_review(tx, offices.clerk, id);
            CHECK(review.version == 2);
            CHECK_FALSE(covers(review.content, {0, 37}));
            CHECK(review.draft.content.tasks.at(0).include);
            CHECK(faults_of([&] { save_review(tx, offices.clerk, id, 1, review.content); }) ==
                  Keys{"documents.changed_meanwhile"});
            const auto sent = to_json(review).as_object().at("content");
            CHECK(store_content(review_content_from_json(sent)) == store_content(review.content));
        });
    });
}

TEST_CASE("take_review: all faults at once, with their places; nothing happens") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto id = register_upload(tx, offices.clerk, upload());
            auto content = get_review(tx, offices.clerk, id).content;
            content.metadata.subject.clear();
            content.tasks[0].deadline_kind = DeadlineKind::fixed_date;
            content.tasks[0].cooperating = {offices.board};
            content.tasks[1].key = "r1";
            content.tasks[1].due_date = day("2026-01-01");
            content.tasks[1].end = 9999;
            save_review(tx, offices.clerk, id, 1, content);
            CHECK(faults_of([&] { take_review(tx, offices.clerk, id, 2); }) ==
                  Keys{"/metadata/subject field.required",
                       "/tasks/0/due_date documents.due_date_missing",
                       "/tasks/0/cooperating/0 documents.body_twice",
                       "/tasks/1/key documents.task_key_twice",
                       "/tasks/1/start documents.place_outside_text",
                       "/tasks/1/due_date documents.due_date_not_wanted",
                       "/tasks/1/due_date documents.due_before_issue"});
            CHECK(get_summary(tx, offices.clerk, id).status == Status::in_review);
            CHECK(faults_of([&] { take_review(tx, offices.officer, id, 2); }) ==
                  Keys{"documents.not_found"});
        });
    });
}

TEST_CASE("take_review: ends the review once, writes recipients and relations") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto id = register_upload(tx, offices.clerk, upload());
            const auto taken = take_review(tx, offices.clerk, id, 1);
            CHECK(taken.document.status == Status::assigned);
            CHECK(taken.content.tasks.size() == 2);
            CHECK(faults_of([&] { take_review(tx, offices.clerk, id, 2); }) ==
                  Keys{"documents.review_ended_already"});
            const auto detail = get(tx, offices.clerk, id);
            CHECK(detail.recipients.size() == 1);
            REQUIRE(detail.relations.size() == 1);
            CHECK(detail.relations[0].number_symbol == "17-CT/TU");
            CHECK_FALSE(detail.relations[0].document);

            // The document that it names comes into the register later.
            auto named = input("17", "về hội quần chúng");
            named.issue_date = partial("2026-01-10");
            const auto cited = create(tx, offices.clerk, named);
            CHECK(get(tx, offices.clerk, id).relations[0].document == cited);
            const auto cited_by = get(tx, offices.clerk, cited).cited_by;
            REQUIRE(cited_by.size() == 1);
            CHECK(cited_by[0].document == id);
            CHECK(cited_by[0].number_symbol == "45-KL/TU");
        });
    });
}

TEST_CASE(
    "relations: a number of another day is another document, another register another world") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        database.write([&](db::WriteTx& tx) {
            create(tx, offices.clerk, input("17", "ban hành ngày khác"));
            auto same = input("17", "cùng số, sổ khác");
            same.issue_date = partial("2026-01-10");
            create(tx, offices.stranger, same);
            const auto id = register_upload(tx, offices.clerk, upload());
            take_review(tx, offices.clerk, id, 1);
            CHECK_FALSE(get(tx, offices.clerk, id).relations.at(0).document);
        });
    });
}

TEST_CASE("files: kept in chunks, with their hash, as they came") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        std::string bytes;
        for (int i = 0; i < 600'000; ++i) {
            bytes += static_cast<char>(i % 251);
        }
        const auto file = database.write([&](db::WriteTx& tx) {
            return store_file(tx, offices.officer, {"báo cáo.PDF", bytes});
        });
        database.read([&](const db::ReadTx& tx) {
            CHECK(file.media_type == "application/pdf");
            CHECK(file.sha256.size() == 64);
            CHECK(store::read_bytes(tx, file.id) == bytes);
            CHECK(find_file(tx, offices.clerk, file.id).has_value());
            CHECK_FALSE(find_file(tx, offices.stranger, file.id));
        });
        database.write([&](db::WriteTx& tx) {
            CHECK(faults_of([&] {
                      store_file(tx, offices.administrator, {"a.txt", "a"});
                  }) == Keys{"auth.wrong_role"});
        });
    });
}

}  // namespace hoiquan::documents
