#include <doctest/doctest.h>

#include "associations/associations.h"
#include "associations/fixture_test.h"

namespace hoiquan::associations {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests
namespace org = organisations;

org::NewEvent event_of(org::EventCode code, std::vector<OrganisationId> bodies) {
    org::NewEvent out;
    out.code = code;
    out.date = {day("2026-03-10"), DatePrecision::day};
    out.basis_text = "15-QĐ/TU";
    out.bodies = std::move(bodies);
    return out;
}

org::NewEvent absorbed_into(const OrganisationId& body, const OrganisationId& receiver) {
    auto out = event_of(org::EventCode::absorb, {body});
    org::ResultBody result;
    result.id = receiver;
    out.results = {result};
    return out;
}

std::vector<HoldingKind> kinds_with_members() {
    auto kinds = holding_kinds();
    kinds.push_back({"member", HoldingRule::moves, "members", "members", nullptr});
    kinds.push_back({"dossier", HoldingRule::stays, "procedures", "dossiers", nullptr});
    return kinds;
}

std::string hold(db::WriteTx& tx,
                 const char* kind,
                 const OrganisationId& body,
                 const char* from,
                 const char* to = "9999-12-31") {
    const auto id = tx.new_id<RelationId>().str();
    begin_holding(tx, {kind, id, body, day(from), day(to)});
    return id;
}

const org::EffectLine& line_of(const org::Preview& preview, const std::string& what) {
    for (const auto& line : preview.lines) {
        if (line.what == what) {
            return line;
        }
    }
    throw std::runtime_error("no line " + what);
}

}  // namespace

TEST_CASE("events: what a body holds goes to its heir, posts end, undo restores the hash") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const org::Participants participants{event_participant(kinds_with_members())};
        database.write([&](db::WriteTx& tx) {
            const auto member = hold(tx, "member", city.blind, "2022-01-01");
            const auto to_come = hold(tx, "member", city.blind, "2026-05-01");
            const auto gone = hold(tx, "member", city.blind, "2021-01-01", "2025-01-01");
            const auto post = hold(tx, "post", city.blind, "2024-01-01");
            const auto dossier = hold(tx, "dossier", city.blind, "2026-01-01");
            const auto own = hold(tx, "member", city.elderly, "2022-01-01");
            const auto before = org::state_hash(tx, participants);
            const auto input = absorbed_into(city.blind, city.elderly);

            const auto shown = org::preview(tx, city.administrator, input, participants);
            CHECK(line_of(shown, "members").count == 2);
            CHECK(line_of(shown, "members").effect == org::Effect::moves);
            CHECK(line_of(shown, "members").examples.empty());
            CHECK(line_of(shown, "posts").effect == org::Effect::ends);
            CHECK(line_of(shown, "dossiers").effect == org::Effect::stays);

            const auto event = org::carry_out(tx, city.administrator, input, participants);
            CHECK(holder_on(tx, "member", member, day("2026-03-09")) == city.blind);
            CHECK(holder_on(tx, "member", member, day("2026-03-10")) == city.elderly);
            CHECK(holder_on(tx, "member", to_come, day("2026-05-01")) == city.elderly);
            CHECK(holder_on(tx, "member", gone, day("2024-06-01")) == city.blind);
            CHECK(holder_on(tx, "member", own, day("2026-03-10")) == city.elderly);
            CHECK(holder_on(tx, "post", post, day("2026-03-09")) == city.blind);
            CHECK_FALSE(holder_on(tx, "post", post, day("2026-03-10")));
            CHECK(holder_on(tx, "dossier", dossier, day("2026-03-10")) == city.blind);

            org::undo(tx, city.administrator, event, "Nhập nhầm", participants);
            CHECK(org::state_hash(tx, participants) == before);
            CHECK(holder_on(tx, "member", member, day("2026-03-10")) == city.blind);
            CHECK(holder_on(tx, "post", post, day("2026-03-10")) == city.blind);
        });
    });
}

TEST_CASE("events: a divided body leaves a question for each record, nothing is lost or doubled") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const org::Participants participants{event_participant(kinds_with_members())};
        database.write([&](db::WriteTx& tx) {
            std::vector<std::string> members;
            for (int i = 0; i < 7; ++i) {
                members.push_back(hold(tx, "member", city.blind, "2022-01-01"));
            }
            auto input = event_of(org::EventCode::divide, {city.blind});
            for (const char* name : {"Hội Người mù phường Bắc", "Hội Người mù phường Nam"}) {
                org::ResultBody result;
                result.name = name;
                input.results.push_back(result);
            }
            const auto event = org::carry_out(tx, city.administrator, input, participants);
            const auto detail = org::describe_event(tx, city.administrator, event);
            CHECK(detail.questions.size() == members.size());
            for (const auto& member : members) {
                const auto rows = holdings_of(tx, "member", member);
                REQUIRE(rows.size() == 2);
                CHECK(rows[0].valid_to == rows[1].valid_from);
            }
        });
    });
}

TEST_CASE("events: a record changed since stands in the way of an undo") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const org::Participants participants{event_participant(kinds_with_members())};
        database.write([&](db::WriteTx& tx) {
            const auto member = hold(tx, "member", city.blind, "2022-01-01");
            const auto event = org::carry_out(
                tx, city.administrator, absorbed_into(city.blind, city.elderly), participants);
            replace_holdings(
                tx,
                "member",
                member,
                {{"member", member, city.elderly, day("2022-01-01"), day("2026-03-12")}});
            CHECK(faults_of([&] {
                      org::undo(tx, city.administrator, event, "Nhập nhầm", participants);
                  }) != Keys{});
        });
    });
}

}  // namespace hoiquan::associations
