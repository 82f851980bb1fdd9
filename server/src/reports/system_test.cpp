// Figures over a whole line of bodies, before and after bodies were merged and divided, on both
// engines.

#include <doctest/doctest.h>

#include "base/error.h"
#include "reports/fixture_test.h"

namespace hoiquan::reports {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests
namespace org = organisations;

SystemQuery on(const Date& as_of) {
    SystemQuery query;
    query.view.as_of = as_of;
    return query;
}

std::int64_t total_of(const SystemReport& report, std::string_view name) {
    for (const auto& line : report.sums.lines) {
        if (line.organisation.name == name) {
            return line.total.front();
        }
    }
    return -1;
}

/// The two bodies of the city become one, or one of them becomes two.
org::NewEvent event_of(const City& city, org::EventCode code) {
    org::NewEvent event;
    event.code = code;
    event.date = {day("2026-04-01"), DatePrecision::day};
    event.basis_text = "7-QĐ/TU";
    const auto result = [&](const char* name) {
        org::ResultBody body;
        body.name = name;
        body.kind = "mass_association";
        return body;
    };
    if (code == org::EventCode::consolidate) {
        event.bodies = {city.people, city.blind};
        event.results = {result("Hội mới thành phố")};
    } else {
        event.bodies = {city.blind};
        event.results = {result("Hội Người mù phía bắc"), result("Hội Người mù phía nam")};
    }
    return event;
}

org::Participants participants() {
    return {tasks::event_participant()};
}

}  // namespace

TEST_CASE("system report: sums are those of the lists of tasks, at every level") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        database.read([&](const db::ReadTx& tx) {
            auto query = on(tx.today());
            const auto top = system_report(tx, city.clerk, query);
            CHECK(top.keys.front() == "total");
            CHECK(total_of(top, "Thành ủy Sông Lam") + top.unled->front() == top.total.front());
            tasks::ListQuery all;
            CHECK(tasks::list(tx, city.clerk, all).total == top.total.front());
            query.parent = city.committee;
            const auto below = system_report(tx, city.clerk, query);
            REQUIRE(below.sums.lines.size() == 2);
            CHECK(below.sums.path.size() == 1);
            tasks::ListQuery blind;
            blind.lead = city.blind;
            CHECK(total_of(below, "Hội Người mù thành phố") ==
                  tasks::list(tx, city.clerk, blind).total);
            CHECK(below.total.front() == total_of(top, "Thành ủy Sông Lam"));
            for (const auto& line : below.sums.lines) {
                std::int64_t parts = 0;
                for (std::size_t i = 1; i < line.total.size(); ++i) {
                    parts += line.total[i];
                }
                CHECK(parts == line.total.front());
            }
            CHECK(system_report(tx, city.stranger, on(tx.today())).total.front() == 0);
        });
    });
}

TEST_CASE("system report: the day before a merger stays as it was, restated it is under the heir") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        const Date before = day("2026-03-16");
        const auto at = [&](bool is_restated) {
            return database.read([&](const db::ReadTx& tx) {
                auto query = on(before);
                query.parent = city.committee;
                query.is_restated = is_restated;
                return system_report(tx, city.clerk, query);
            });
        };
        const auto was = at(false);
        database.write([&](db::WriteTx& tx) {
            org::carry_out(tx,
                           city.administrator,
                           event_of(city, org::EventCode::consolidate),
                           participants());
        });
        const auto still = at(false);
        CHECK(still.total == was.total);
        CHECK(total_of(still, "Hội Người mù thành phố") == total_of(was, "Hội Người mù thành phố"));
    });
}

TEST_CASE("system report: restated to today nothing is lost and what is undecided stands apart") {
    for (const auto code : {org::EventCode::consolidate, org::EventCode::divide}) {
        db::testing::on_each_engine([&](db::Database& database) {
            const auto city = make_city(database);
            const auto report = [&](bool is_restated) {
                return database.read([&](const db::ReadTx& tx) {
                    auto query = on(tx.today());
                    query.is_restated = is_restated;
                    return system_report(tx, city.clerk, query);
                });
            };
            auto event = event_of(city, code);
            event.date = {day("2026-03-01"), DatePrecision::day};
            const auto was = report(false);
            const auto of_blind = database.read([&](const db::ReadTx& tx) {
                tasks::ListQuery query;
                query.lead = city.blind;
                return tasks::list(tx, city.clerk, query).total;
            });
            database.write([&](db::WriteTx& tx) {
                org::carry_out(tx, city.administrator, event, participants());
            });
            const auto now = report(true);
            CHECK(now.total == was.total);
            REQUIRE(now.undecided.has_value());
            const bool is_divided = code == org::EventCode::divide;
            CHECK(now.undecided->front() == (is_divided ? of_blind : 0));
        });
    }
}

TEST_CASE("system report: bodies and associations counted along any line") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        database.read([&](const db::ReadTx& tx) {
            auto query = on(tx.today());
            query.content = Content::bodies;
            const auto report = system_report(tx, city.clerk, query);
            CHECK(report.total == org::Figures{4, 1});
            CHECK(total_of(report, "Thành ủy Sông Lam") == 3);
            CHECK(report.sums.outside.front() == 1);
            query.along = org::Along::territory;
            CHECK(system_report(tx, city.clerk, query).total == org::Figures{4, 1});
            query.parent = OrganisationId("0190a000-0000-7000-8000-00000000ffff");
            CHECK_THROWS_AS(system_report(tx, city.clerk, query), Error);
        });
    });
}

}  // namespace hoiquan::reports
