#include <doctest/doctest.h>

#include "platform/db/testing.h"
#include "tasks/fixture_test.h"

namespace hoiquan::tasks {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests
namespace org = organisations;

org::NewEvent absorbed_into(const OrganisationId& body, const OrganisationId& receiver) {
    org::NewEvent out;
    out.code = org::EventCode::absorb;
    out.date = {day("2026-03-10"), DatePrecision::day};
    out.basis_text = "15-QĐ/TU";
    out.bodies = {body};
    org::ResultBody result;
    result.id = receiver;
    out.results = {result};
    return out;
}

documents::ReviewTask led_by(const OrganisationId& lead, const char* section, const char* text) {
    auto out = source(section, text);
    out.leads = {lead};
    return out;
}

}  // namespace

TEST_CASE("events: open tasks follow the body, closed ones stay, undo brings all back") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        const auto document = reviewed(database,
                                       offices,
                                       {led_by(offices.blind, "1", "Rà soát hội viên."),
                                        led_by(offices.blind, "2", "Báo cáo trụ sở.")});
        const org::Participants participants{event_participant()};
        database.write([&](db::WriteTx& tx) {
            assign(tx, offices.clerk, document, 2);
            ListQuery query;
            query.lead = offices.blind;
            const auto open = list(tx, offices.clerk, query).items;
            REQUIRE(open.size() == 2);
            const auto before = org::state_hash(tx, participants);
            const auto input = absorbed_into(offices.blind, offices.elderly);
            const auto shown = org::preview(tx, offices.administrator, input, participants);
            REQUIRE(shown.lines.size() == 1);
            CHECK(shown.lines.front().what == "open_tasks");
            CHECK(shown.lines.front().count == 2);
            CHECK(shown.lines.front().effect == org::Effect::moves);

            const auto event = org::carry_out(tx, offices.administrator, input, participants);
            CHECK(list(tx, offices.clerk, query).items.empty());
            query.lead = offices.elderly;
            CHECK(list(tx, offices.clerk, query).items.size() == 2);
            CHECK(list(tx, offices.elderly_officer, query).items.size() == 2);

            org::undo(tx, offices.administrator, event, "Nhập nhầm", participants);
            CHECK(org::state_hash(tx, participants) == before);
            CHECK(list(tx, offices.clerk, query).items.empty());
            query.lead = offices.blind;
            CHECK(list(tx, offices.clerk, query).items.size() == 2);
        });
    });
}

}  // namespace hoiquan::tasks
