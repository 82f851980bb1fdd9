// From a clause of a document to an event of the register.

#include <doctest/doctest.h>

#include "base/error.h"
#include "documents/fixture_test.h"
#include "organisations/organisations.h"

namespace hoiquan::documents {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests
namespace org = organisations;

constexpr const char* kPaper =
    "THÀNH ỦY SÔNG LAM\n*\nSố 12-NQ/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSông Lam, ngày 02 tháng 3 năm "
    "2026\n\nNGHỊ QUYẾT\nvề sắp xếp các hội\n\n"
    "Điều 1. Nhập Hội Người mù thành phố vào Hội Người khuyết tật thành phố.\n"
    "Điều 2. Giải thể Hội Làm vườn thành phố.\n"
    "Điều 3. Ban Dân vận Thành ủy theo dõi việc thực hiện trước ngày 30/6/2026.\n";

std::string key_of(const std::function<void()>& f) {
    try {
        f();
    } catch (const Error& error) {
        return error.faults().empty() ? error.key() : error.faults().front().key;
    }
    return {};
}

/// Reviewed and assigned; the clerk leaves the second change out.
void review(db::Database& database, const Offices& offices) {
    const auto id =
        register_file(database, offices.clerk, {"nghi-quyet.txt", kPaper}, Direction::outgoing);
    database.write([&](db::WriteTx& tx) {
        auto saved = get_saved_review(tx, offices.clerk, id);
        REQUIRE(saved.content.events.size() == 2);
        saved.content.events[1].include = false;
        for (auto& task : saved.content.tasks) {
            task.leads = {offices.board};
        }
        save_review(tx, offices.clerk, id, saved.version, saved.content);
        take_review(tx, offices.clerk, id, saved.version + 1);
    });
}

}  // namespace

TEST_CASE("proposals: what the clerk left in goes to the administrator, who records it once") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        review(database, offices);
        database.write([&](db::WriteTx& tx) {
            const auto list_all = [&] {
                return org::list_proposals(tx, offices.administrator, std::nullopt, 50, 0);
            };
            const auto page = list_all();
            REQUIRE(page.total == 1);
            const auto& proposal = page.items.front();
            CHECK(proposal.basis == "12-NQ/TU");
            CHECK(proposal.proposed.code == org::EventCode::absorb);
            REQUIRE(proposal.proposed.from.size() == 1);
            CHECK(proposal.proposed.from.front().name == "Hội Người mù thành phố");

            auto elsewhere = offices.stranger;
            elsewhere.acting->role = auth::Role::administrator;
            CHECK(org::list_proposals(tx, elsewhere, std::nullopt, 50, 0).total == 0);
            CHECK(key_of([&] { org::dismiss(tx, elsewhere, proposal.id, "Không rõ"); }) ==
                  "organisations.proposal_not_found");
            CHECK(key_of([&] { org::list_proposals(tx, offices.clerk, {}, 50, 0); }) ==
                  "auth.wrong_role");

            org::NewEvent event;
            event.code = org::EventCode::dissolve;
            event.ground = org::Ground::by_decision;
            event.date = partial("2026-05-01");
            event.basis_document = proposal.document;
            event.bodies = {offices.association};
            event.proposal = proposal.id;
            const auto made = org::carry_out(tx, offices.administrator, event, {});
            CHECK(list_all().items.front().status == org::ProposalStatus::carried_out);
            CHECK(list_all().items.front().event == made);
            CHECK(key_of([&] { org::dismiss(tx, offices.administrator, proposal.id, "Muộn"); }) ==
                  "organisations.proposal_decided");
            org::undo(tx, offices.administrator, made, "Nhập nhầm", {});
            CHECK(list_all().items.front().status == org::ProposalStatus::open);
            CHECK(key_of([&] { org::dismiss(tx, offices.administrator, proposal.id, " "); }) ==
                  "field.required");
            org::dismiss(tx, offices.administrator, proposal.id, "Đã ghi nhận từ trước");
            CHECK(list_all().items.front().status == org::ProposalStatus::dismissed);
        });
    });
}

}  // namespace hoiquan::documents
