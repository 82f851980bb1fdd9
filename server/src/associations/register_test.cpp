// The register: who sees what, what a page holds, what follows from settings and days.

#include <algorithm>

#include <doctest/doctest.h>

#include "associations/associations.h"
#include "associations/fixture_test.h"
#include "associations/sql.h"

namespace hoiquan::associations {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests
namespace json = boost::json;

ProfileFacts facts(const City& city, const char* class_code = "assigned_task") {
    ProfileFacts out;
    out.class_code = class_code;
    out.stage = "active";
    out.field = "Người khuyết tật";
    out.supervisor = city.board;
    out.office = "lent";
    out.equipment = "own";
    out.board_seats = 3;
    return out;
}

void report(db::WriteTx& tx, const City& city, const char* from = "2022-01-01") {
    const auto version = standing(tx, city.officer, city.blind, tx.today()).version;
    save_profile(tx, city.officer, city.blind, version, {facts(city), day(from)});
}

EntryId add(db::WriteTx& tx, const City& city, EntryKind kind, json::object input) {
    return add_entry(tx, city.officer, city.blind, kind, input);
}

std::vector<std::string> names(const Page& page) {
    std::vector<std::string> out;
    for (const auto& row : page.items) {
        out.push_back(row.name);
    }
    return out;
}

std::vector<std::string> flags_on(const db::ReadTx& tx, const City& city, const char* date) {
    std::vector<std::string> out;
    for (const auto& flag : standing(tx, city.officer, city.blind, day(date)).row.flags) {
        out.emplace_back(to_string(flag.flag));
    }
    return out;
}

std::vector<std::string> warning_keys(const db::ReadTx& tx, const City& city) {
    std::vector<std::string> out;
    const auto all = warnings(
        profiles(tx, city.blind), all_entries(tx, city.blind), load_settings(tx), tx.today());
    for (const auto& warning : all) {
        out.push_back(warning.key);
    }
    return out;
}

bool has(const std::vector<std::string>& all, const char* one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::int64_t counted(const std::vector<Count>& all, const char* by, const char* value) {
    for (const auto& count : all) {
        if (count.by == by && count.value == value) {
            return count.number;
        }
    }
    return 0;
}

json::object chair(const char* name, const char* from) {
    return {{"full_name", name},
            {"birth_year", 1950},
            {"post", "chair"},
            {"term_number", 3},
            {"is_retired", true},
            {"from", from}};
}

}  // namespace

TEST_CASE("list: the scope, the supervisor's view, filters and counts agree") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            report(tx, city);
            ListQuery query;
            CHECK(list(tx, city.clerk, query).total == 3);
            CHECK(names(list(tx, city.officer, query)) == Keys{"Hội Người mù thành phố"});
            CHECK(names(list(tx, city.monitor, query)) == Keys{"Hội Người mù thành phố"});
            CHECK(names(list(tx, city.stranger, query)) == Keys{"Hội Làm vườn Núi Hồng"});
            CHECK(faults_of([&] { list(tx, city.administrator, query); }) ==
                  Keys{"auth.wrong_role"});
            CHECK(faults_of([&] { standing(tx, city.stranger, city.blind, tx.today()); }) ==
                  Keys{"associations.not_found"});
            query.search = "nguoi mu";
            CHECK(list(tx, city.clerk, query).total == 1);
            query.search = "";
            query.class_code = "assigned_task";
            const auto found = list(tx, city.clerk, query);
            REQUIRE(found.items.size() == 1);
            CHECK(found.items.front().supervisor->name == "Ban Dân vận Thành ủy");
            query.class_code.reset();
            query.sort = "name_down";
            query.limit = 1;
            CHECK(names(list(tx, city.leader, query)) == Keys{"Hội Người mù thành phố"});
            const auto all = counts(tx, city.leader, query);
            CHECK(counted(all, "total", "") == 3);
            CHECK(counted(all, "class", "assigned_task") == 1);
            CHECK(counted(all, "class", "") == 2);
            CHECK(counted(all, "status", "active") == 3);
            CHECK(counted(all, "unconfirmed", "") == 3);
            CHECK(counted(all, "flag", "board_incomplete") == 1);
            query.flag = Flag::board_incomplete;
            CHECK(list(tx, city.leader, query).total == 1);
            query.as_of = day("2021-06-01");
            CHECK(list(tx, city.leader, query).total == 0);
        });
    });
}

TEST_CASE("profile: a new day ends the row that held, the supervisor confirms, versions conflict") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            report(tx, city);
            auto changed = facts(city, "special_character");
            save_profile(tx, city.officer, city.blind, 2, {changed, day("2025-01-01")});
            const auto rows = profiles(tx, city.blind);
            REQUIRE(rows.size() == 2);
            CHECK(rows[1].valid_to == day("2025-01-01"));
            CHECK(standing(tx, city.clerk, city.blind, day("2024-12-31")).row.class_code ==
                  "assigned_task");
            CHECK(faults_of([&] {
                      save_profile(tx, city.officer, city.blind, 2, {changed, day("2025-02-01")});
                  }) == Keys{"http.conflict"});
            CHECK(faults_of([&] { confirm(tx, city.officer, city.blind, 3); }) ==
                  Keys{"auth.wrong_role"});
            CHECK(faults_of([&] {
                      save_profile(tx, city.monitor, city.blind, 3, {changed, day("2025-02-01")});
                  }) == Keys{"auth.wrong_role"});
            confirm(tx, city.monitor, city.blind, 3);
            CHECK(standing(tx, city.clerk, city.blind, tx.today()).row.confirmed_at);
            CHECK(profiles(tx, city.blind).front().confirmed_by_name == "Người dùng theodoi");
        });
    });
}

TEST_CASE("flags: they follow from terms, reports and posts, for any day") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            report(tx, city);
            add(tx,
                city,
                EntryKind::term,
                {{"number", 3}, {"begins_on", "2021-05-10"}, {"ends_on", "2026-05-10"}});
            CHECK_FALSE(has(flags_on(tx, city, "2025-05-09"), "term_warning_1"));
            CHECK(has(flags_on(tx, city, "2025-05-10"), "term_warning_1"));
            CHECK(has(flags_on(tx, city, "2025-11-10"), "term_warning_2"));
            CHECK(has(flags_on(tx, city, "2026-05-10"), "term_warning_3"));
            CHECK(has(flags_on(tx, city, "2026-05-11"), "term_overdue"));
            CHECK_FALSE(has(flags_on(tx, city, "2026-05-11"), "term_warning_3"));

            CHECK_FALSE(has(flags_on(tx, city, "2022-12-01"), "no_report_1_year"));
            CHECK(has(flags_on(tx, city, "2022-12-02"), "no_report_1_year"));
            CHECK(has(flags_on(tx, city, "2023-12-02"), "no_report_2_years"));
            add(tx, city, EntryKind::report, {{"year", 2023}, {"done_on", "2024-02-01"}});
            CHECK(has(flags_on(tx, city, "2024-01-31"), "no_report_2_years"));
            CHECK_FALSE(has(flags_on(tx, city, "2024-02-01"), "no_report_1_year"));
            CHECK(has(flags_on(tx, city, "2024-12-02"), "no_report_1_year"));
            CHECK_FALSE(has(flags_on(tx, city, "2024-12-02"), "no_report_2_years"));
            CHECK(has(flags_on(tx, city, "2026-02-01"), "dormant"));

            add(tx, city, EntryKind::post, chair("Nguyễn Văn An", "2024-01-01"));
            add(tx, city, EntryKind::post, chair("Lê Thị Bình", "2024-01-01"));
            CHECK(has(flags_on(tx, city, "2024-06-01"), "board_incomplete"));
            add(tx, city, EntryKind::post, chair("Trần Văn Chín", "2024-06-01"));
            CHECK_FALSE(has(flags_on(tx, city, "2024-06-01"), "board_incomplete"));
            CHECK(has(flags_on(tx, city, "2024-05-31"), "board_incomplete"));
        });
    });
}

TEST_CASE("settings: a new value holds from its day on, signs follow it") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            report(tx, city);
            CHECK(has(flags_on(tx, city, "2025-12-02"), "no_report_1_year"));
            add(tx, city, EntryKind::report, {{"year", 2024}, {"done_on", "2024-11-20"}});
            const Setting later{
                "annual_report_due", "12-31", day("2025-01-01"), "Quyết định 1/QĐ", true};
            CHECK(faults_of([&] { add_setting(tx, city.clerk, later); }) ==
                  Keys{"auth.wrong_role"});
            add_setting(tx, city.administrator, later);
            CHECK_FALSE(has(flags_on(tx, city, "2025-12-02"), "no_report_1_year"));
            CHECK(has(flags_on(tx, city, "2026-01-01"), "no_report_1_year"));
            CHECK(faults_of([&] {
                      add_setting(tx,
                                  city.administrator,
                                  {"annual_report_due", "13-41", day("2027-01-01"), "x", true});
                  }) == Keys{"/value associations.setting_value_wrong"});
        });
    });
}

TEST_CASE("entries: conflicts show the record, a removal keeps its history, others see nothing") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            report(tx, city);
            const json::object input{{"name", "Chi hội phường Bến Đá"}, {"from", "2023-01-01"}};
            const auto id = add(tx, city, EntryKind::branch, input);
            update_entry(tx, city.officer, {EntryKind::branch, id, 1}, input);
            CHECK(faults_of([&] {
                      update_entry(tx, city.officer, {EntryKind::branch, id, 1}, input);
                  }) == Keys{"http.conflict"});
            CHECK(faults_of([&] {
                      update_entry(tx, city.elderly_officer, {EntryKind::branch, id, 2}, input);
                  }) == Keys{"associations.not_found"});
            CHECK(faults_of([&] {
                      add_entry(tx, city.leader, city.blind, EntryKind::branch, input);
                  }) == Keys{"auth.wrong_role"});
            CHECK(faults_of([&] {
                      add(tx, city, EntryKind::branch, {{"name", ""}, {"ten", "x"}});
                  }).size() == 3);
            remove_entry(tx, city.officer, {EntryKind::branch, id, 2}, "Nhập nhầm");
            CHECK(entries(tx, city.blind, EntryKind::branch).empty());
            CHECK(organisations::history(tx, id.str(), 10, 0).total == 3);
        });
    });
}

TEST_CASE("warnings: quorum, report beforehand, prior opinion, age and terms; never a block") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            report(tx, city);
            auto old = chair("Nguyễn Văn An", "2024-01-01");
            add(tx, city, EntryKind::post, old);
            for (const int term : {1, 2}) {
                auto before = chair("Nguyễn Văn An", "2015-01-01");
                before["term_number"] = term;
                before["to"] = "2020-01-01";
                add(tx, city, EntryKind::post, before);
            }
            add(tx,
                city,
                EntryKind::congress,
                {{"kind", "ordinary"},
                 {"held_on", "2024-01-01"},
                 {"convened", 100},
                 {"present", 50}});
            add(tx,
                city,
                EntryKind::term,
                {{"number", 4}, {"begins_on", "2025-01-01"}, {"ends_on", "2031-01-01"}});
            const auto keys = warning_keys(tx, city);
            for (const char* key : {"associations.warning_no_quorum",
                                    "associations.warning_not_reported",
                                    "associations.warning_post_without_opinion",
                                    "associations.warning_age",
                                    "associations.warning_terms_in_a_row",
                                    "associations.warning_term_too_long"}) {
                CHECK_MESSAGE(has(keys, key), key);
            }
        });
    });
}

TEST_CASE("duties: due, done, late, and what law says follows") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            report(tx, city, "2023-06-01");
            add(tx, city, EntryKind::report, {{"year", 2023}, {"done_on", "2023-12-20"}});
            const auto all = duties(profiles(tx, city.blind),
                                    all_entries(tx, city.blind),
                                    load_settings(tx),
                                    tx.today());
            const auto find = [&](const char* kind, int number) {
                for (const auto& duty : all) {
                    if (duty.kind == kind && duty.number == number) {
                        return duty;
                    }
                }
                return Duty();
            };
            CHECK(find("annual_report", 2023).state == DutyState::done_late);
            CHECK(find("annual_report", 2024).state == DutyState::late);
            CHECK(find("annual_report", 2024).consequence == "associations.consequence_one_year");
            CHECK(find("annual_report", 2025).consequence == "associations.consequence_two_years");
            CHECK(find("annual_report", 2026).state == DutyState::due);
            CHECK_FALSE(find("annual_report", 2026).is_confirmed);
            CHECK(find("disclosure", 2023).due_on == day("2024-03-31"));
        });
    });
}

TEST_CASE("money: sums by association, source and task agree; heirs show what they inherited") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const organisations::Participants participants{event_participant(holding_kinds())};
        database.write([&](db::WriteTx& tx) {
            report(tx, city);
            const auto book = [&](const char* source, std::int64_t amount, json::object more = {}) {
                more["direction"] = "income";
                more["source"] = source;
                more["year"] = 2025;
                more["booked_on"] = "2025-05-05";
                more["amount"] = amount;
                add(tx, city, EntryKind::money, more);
            };
            CHECK(faults_of([&] { book("state", 1); }).size() == 3);
            book("fees", 30'000'000);
            book("gifts_cash", 45'000'001);
            book("state",
                 25'000'000,
                 {{"decision_number", "12/QĐ-UBND"},
                  {"decision_date", "2025-02-01"},
                  {"task_title", "Dạy chữ nổi"}});
            const auto total = [](const std::vector<MoneyLine>& lines) {
                std::int64_t sum = 0;
                for (const auto& line : lines) {
                    sum += line.income - line.spending;
                }
                return sum;
            };
            const auto sums = money_sums(tx, city.clerk, 2025, std::nullopt);
            CHECK(sums.total.income == 100'000'001);
            CHECK(total(sums.by_association) == sums.total.income);
            CHECK(total(sums.by_source) == sums.total.income);
            CHECK(total(sums.by_task) == sums.total.income);
            CHECK(sums.self_reliance == 7500);
            CHECK(money_sums(tx, city.stranger, 2025, std::nullopt).total.income == 0);

            organisations::NewEvent event;
            event.code = organisations::EventCode::absorb;
            event.date = {day("2026-03-10"), DatePrecision::day};
            event.basis_text = "15-QĐ/TU";
            event.bodies = {city.blind};
            organisations::ResultBody result;
            result.id = city.elderly;
            event.results = {result};
            organisations::carry_out(tx, city.administrator, event, participants);
            CHECK(money_sums(tx, city.clerk, 2025, std::nullopt).total.income == 100'000'001);
            CHECK(money_sums(tx, city.elderly_officer, 2025, city.elderly).total.income ==
                  100'000'001);
            CHECK(entries(tx, city.elderly, EntryKind::money).size() == 3);
            CHECK(standing(tx, city.clerk, city.blind, tx.today()).row.status == "merged");
            ListQuery query;
            CHECK(list(tx, city.clerk, query).total == 2);
            query.status = "merged";
            CHECK(list(tx, city.clerk, query).total == 1);
        });
    });
}

TEST_CASE("health: nine signs with rule and evidence, the same rolled up; no data is said so") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            auto input = facts(city);
            input.office = "none";
            save_profile(tx, city.officer, city.blind, 1, {input, day("2022-01-01")});
            const auto one = health(tx, city.officer, city.blind, tx.today(), {});
            REQUIRE(one.signs.size() == kSigns.size());
            const auto sign = [&](const char* code) {
                return *std::find_if(one.signs.begin(), one.signs.end(), [&](const Sign& x) {
                    return x.code == code;
                });
            };
            CHECK(sign("dissemination").state == SignState::no_data);
            CHECK(sign("self_reliance").state == SignState::no_data);
            CHECK(sign("premises").state == SignState::attention);
            CHECK(sign("timeliness").evidence.size() == 2);
            const auto all = roll_up_health(tx, city.leader, std::nullopt, tx.today(), {});
            CHECK(all.associations == 3);
            for (const auto& line : all.signs) {
                CHECK(line.good + line.attention + line.no_data == 3);
            }
            const auto premises = all.signs[7];
            REQUIRE(premises.examples.size() == 1);
            CHECK(premises.examples.front().id == city.blind);
        });
    });
}

TEST_CASE("list: ten more associations cost no more statements") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const auto cost = [&] {
            return database.read([&](const db::ReadTx& tx) {
                list(tx, city.clerk, {});
                return tx.statements_run();
            });
        };
        const auto before = cost();
        database.write([&](db::WriteTx& tx) {
            for (int i = 0; i < 10; ++i) {
                const auto id = add_body(
                    tx, city.administrator, "Hội số " + std::to_string(i), "mass_association");
                save_profile(tx, city.clerk, id, 1, {facts(city), day("2022-01-01")});
            }
        });
        CHECK(cost() <= before + 1);
    });
}

}  // namespace hoiquan::associations
