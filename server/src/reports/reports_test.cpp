// Figures against the list of tasks that each of them opens, on both engines.

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.h"
#include "reports/fixture_test.h"

namespace hoiquan::reports {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

/// The filter as /tasks reads it; a name that it does not know fails the test.
tasks::ListQuery query_of(const std::map<std::string, std::string>& filter) {
    tasks::ListQuery query;
    for (const auto& [name, value] : filter) {
        if (name == "document_id") {
            query.document = DocumentId::parse(value).value();
        } else if (name == "as_of") {
            query.as_of = Date::parse_iso(value).value();
        } else if (name == "status") {
            query.statuses = {tasks::parse_status(value).value()};
        } else if (name == "lead_id") {
            query.lead = OrganisationId::parse(value).value();
        } else if (name == "mark") {
            query.mark = tasks::parse_mark(value).value();
        } else {
            FAIL("unknown filter " << name);
        }
    }
    return query;
}

void check_figures(const db::ReadTx& tx,
                   const auth::Actor& actor,
                   const std::vector<Figure>& figures) {
    std::int64_t sum = 0;
    for (const auto& figure : figures) {
        CAPTURE(figure.key);
        CHECK(tasks::list(tx, actor, query_of(figure.filter)).total == figure.value);
        sum += figure.key == "total" ? 0 : figure.value;
    }
    CHECK(figures.size() == tasks::all_statuses().size() + 1);
    CHECK(figures.front().key == "total");
    CHECK(figures.front().value == sum);
}

void check_all(const db::ReadTx& tx, const auth::Actor& actor, const Progress& report) {
    check_figures(tx, actor, report.totals);
    std::int64_t of_bodies = 0;
    for (const auto& row : report.by_organisation) {
        check_figures(tx, actor, row.figures);
        of_bodies += row.figures.front().value;
    }
    CHECK(of_bodies == report.totals.front().value);
}

std::int64_t value_of(const Progress& report, std::string_view key) {
    for (const auto& figure : report.totals) {
        if (figure.key == key) {
            return figure.value;
        }
    }
    return -1;
}

}  // namespace

TEST_CASE("progress: each figure is the total of the list of tasks that it opens") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        database.read([&](const db::ReadTx& tx) {
            const auto report = progress(tx, city.clerk, city.document, tx.today());
            check_all(tx, city.clerk, report);
            CHECK(value_of(report, "total") == 8);
            CHECK(value_of(report, "done_on_time") == 1);
            CHECK(value_of(report, "done_late") == 1);
            CHECK(value_of(report, "overdue") == 1);
            CHECK(value_of(report, "in_progress") == 2);
            CHECK(value_of(report, "no_due_date") == 1);
            CHECK(value_of(report, "unassigned") == 1);
            CHECK(value_of(report, "standing") == 1);
            CHECK(report.on_time.numerator == 1);
            CHECK(report.on_time.denominator == 3);
            CHECK(report.reporting.name == "Thành ủy Sông Lam");
            CHECK_FALSE(report.above);
        });
    });
}

TEST_CASE(
    "progress: bodies in Vietnamese order, nobody's tasks last; tasks as the document has them") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        database.read([&](const db::ReadTx& tx) {
            const auto report = progress(tx, city.clerk, city.document, tx.today());
            REQUIRE(report.by_organisation.size() == 3);
            CHECK(report.by_organisation[0].organisation->id == city.blind);
            CHECK(report.by_organisation[1].organisation->id == city.people);
            CHECK_FALSE(report.by_organisation[2].organisation);
            std::string order;
            for (const auto& task : report.tasks) {
                order += task.section + (task.is_parent ? "* " : " ");
            }
            CHECK(order == "II.1 II.2* II.2 II.2 II.3 II.4 II.5 II.6 II.7 ");
        });
    });
}

TEST_CASE("progress: counts what the acting role reaches, and nothing for others") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        database.read([&](const db::ReadTx& tx) {
            const auto report = progress(tx, city.officer, city.document, tx.today());
            check_all(tx, city.officer, report);
            CHECK(value_of(report, "total") == 4);
            CHECK(report.reporting.name == "Hội Người mù thành phố");
            CHECK(report.above->name == "Thành ủy Sông Lam");
            REQUIRE(report.by_organisation.size() == 1);
            CHECK(report.by_organisation[0].organisation->id == city.blind);
            try {
                progress(tx, city.stranger, city.document, tx.today());
                FAIL("another body's document was shown");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::not_found);
            }
        });
    });
}

TEST_CASE("progress: as of another day, figures and their lists agree too") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        database.read([&](const db::ReadTx& tx) {
            for (const int days : {-1, 1, 15, 16, 400}) {
                CAPTURE(days);
                const Date on = tx.today().plus_days(days);
                const auto report = progress(tx, city.clerk, city.document, on);
                check_all(tx, city.clerk, report);
                CHECK(value_of(report, "total") == (days < 0 ? 0 : 8));
                CHECK(value_of(report, "overdue") == (days < 0 ? 0 : days < 16 ? 1 : 3));
            }
            // Before the reporting body was there.
            const auto report = progress(tx, city.clerk, city.document, day("2019-12-31"));
            CHECK(report.reporting.name == "Thành ủy Sông Lam");
            CHECK(value_of(report, "total") == 0);
        });
    });
}

TEST_CASE("progress: more tasks cost no more statements") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = make_city(database);
        const auto cost = [&](const DocumentId& document) {
            return database.read([&](const db::ReadTx& tx) {
                progress(tx, city.clerk, document, tx.today());
                return tx.statements_run();
            });
        };
        const auto large = documents::register_file(database,
                                                    city.clerk,
                                                    {"ket-luan-2.txt", "Kết luận khác."},
                                                    documents::Direction::outgoing);
        database.write([&](db::WriteTx& tx) {
            auto content = review_of(city);
            for (int i = 0; i < 40; ++i) {
                content.tasks.push_back(point("III." + std::to_string(i), {city.blind}));
            }
            documents::save_review(tx, city.clerk, large, 1, content);
            tasks::assign(tx, city.clerk, large, 2);
        });
        CHECK(cost(large) == cost(city.document));
    });
}

}  // namespace hoiquan::reports
