#include <algorithm>

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include "members/fixture_test.h"
#include "members/sheets.h"
#include "members/sql.h"
#include "platform/audit/audit.h"

namespace hoiquan::members {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

namespace {

Keys names(const db::ReadTx& tx, const OrganisationId& association, const ListQuery& query) {
    Keys out;
    for (const auto& member : store::list(tx, association, query).items) {
        out.push_back(member.full_name);
    }
    return out;
}

std::int64_t total(const db::ReadTx& tx,
                   const City& city,
                   const OrganisationId& id,
                   const char* iso) {
    return counts(tx, city.clerk, id, day(iso)).sum.total;
}

}  // namespace

TEST_CASE("names: for the officer of the association, for nobody else; counts for those above") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto city = make_city(tx);
            create(tx, city.officer, keys(), city.elderly, person("Trần Thị Hoa"));
            const auto asked = [&](const auth::Actor& actor, const OrganisationId& id) {
                return faults_of_change([&] { demand_names(tx, actor, id); });
            };
            CHECK(asked(city.officer, city.elderly).empty());
            for (const auto& above :
                 {city.clerk, city.leader, city.committee_officer, city.administrator}) {
                CHECK(asked(above, city.elderly) == Keys{"members.names_for_its_officer"});
            }
            for (const auto& outside : {city.stranger, city.blind_officer}) {
                CHECK(asked(outside, city.elderly) == Keys{"members.association_not_found"});
            }
            CHECK(asked(city.committee_officer, city.committee) ==
                  Keys{"members.association_not_found"});

            const auto counted = [&](const auth::Actor& actor) {
                return faults_of_change([&] { counts(tx, actor, city.elderly, tx.today()); });
            };
            CHECK(counted(city.clerk).empty());
            CHECK(counted(city.leader).empty());
            CHECK(counted(city.officer).empty());
            CHECK(counted(city.administrator) == Keys{"members.no_counts_for_administrator"});
            CHECK(counted(city.stranger) == Keys{"members.association_not_found"});
            const auto page = counts_below(tx, city.clerk, tx.today(), 50, 0);
            REQUIRE(page.items.size() == 2);
            CHECK(page.total == 2);
            CHECK(page.sum.total == 1);
            CHECK(page.items[0].association.name == "Hội Người cao tuổi thành phố");
            CHECK(page.items[0].counts.full == 1);
            CHECK(page.items[1].counts.total == 0);
        });
    });
}

TEST_CASE(
    "register: search without diacritics, order by given name, filters, one cost for any size") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            for (const char* name : {"Nguyễn Văn Đức", "Lê Thị Ân", "Trần Văn An", "Võ Dung"}) {
                create(tx, city.officer, keys(), city.elderly, person(name));
            }
            auto gone = person("Hồ Xuân Ra");
            gone.left_on = PartialDate{day("2020-01-01"), DatePrecision::year};
            gone.left_reason = "moved";
            gone.branch = "Chi hội  Khu phố 1";
            gone.kind = Kind::honorary;
            create(tx, city.officer, keys(), city.elderly, gone);
        });
        database.read([&](const db::ReadTx& tx) {
            ListQuery query;
            CHECK(names(tx, city.elderly, query) ==
                  Keys{"Trần Văn An", "Lê Thị Ân", "Võ Dung", "Nguyễn Văn Đức"});
            query.sort = "-name";
            query.limit = 1;
            CHECK(names(tx, city.elderly, query) == Keys{"Nguyễn Văn Đức"});
            query = {};
            query.search = "van duc";
            CHECK(names(tx, city.elderly, query) == Keys{"Nguyễn Văn Đức"});
            query.search = "%";
            CHECK(names(tx, city.elderly, query).empty());
            query = {};
            query.status = Status::left;
            query.kind = Kind::honorary;
            query.branch = "chi hội khu phố 1";
            CHECK(names(tx, city.elderly, query) == Keys{"Hồ Xuân Ra"});
            CHECK(names(tx, city.blind, query).empty());
            CHECK(total(tx, city, city.elderly, "2019-12-31") == 5);
            CHECK(total(tx, city, city.elderly, "2020-01-01") == 4);
            CHECK(total(tx, city, city.elderly, "2014-01-01") == 0);
            const auto before = tx.statements_run();
            store::list(tx, city.elderly, {});
            CHECK(tx.statements_run() - before == 2);
        });
    });
}

TEST_CASE(
    "register: the number is kept as a hash and encrypted; a change says which fields, not what") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto city = make_city(tx);
            const auto id =
                create(tx, city.officer, keys(), city.elderly, person_with("Trần Hoa", 1950, 7));
            auto member = get(tx, city.elderly, id);
            CHECK(member.identity_tail == "007");
            const auto stored = store::find_stored(tx, id).value();
            CHECK(keys().open(stored.identity->cipher) == identity_of(1950, 7));

            auto input = person_with("Trần Thị Hoa", 1950, 8);
            update(tx, city.officer, keys(), member, input);
            CHECK(faults_of_change([&] { update(tx, city.officer, keys(), member, input); }) ==
                  Keys{"http.conflict"});
            member = get(tx, city.elderly, id);
            CHECK(member.version == 2);
            input.identity.reset();
            update(tx, city.officer, keys(), member, input);
            CHECK(get(tx, city.elderly, id).version == 2);  // Nothing changed; the number stays.
            input.removes_identity = true;
            update(tx, city.officer, keys(), member, input);
            CHECK_FALSE(get(tx, city.elderly, id).identity_tail);

            const auto entries = audit::history(tx, id.str(), 10, 0);
            REQUIRE(entries.size() == 3);
            for (const auto& entry : entries) {
                const auto text = boost::json::serialize(entry.after);
                CAPTURE(text);
                CHECK(text.find("Hoa") == std::string::npos);
                CHECK(text.find("0450") == std::string::npos);
            }
            create(tx, city.officer, keys(), city.elderly, person_with("Lê An", 1951, 9));
            CHECK(faults_of_change([&] {
                      create(
                          tx, city.officer, keys(), city.elderly, person_with("Lê Anh", 1951, 9));
                  }) == Keys{"/identity members.identity_taken"});
            CHECK(faults_of_change([&] {
                      create(tx, city.clerk, keys(), city.elderly, person("Lê Ba"));
                  }) == Keys{"members.names_for_its_officer"});
        });
    });
}

TEST_CASE("names: each reading leaves a record") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto city = make_city(tx);
            open_names(tx, city.officer, city.elderly, "list");
            const auto entries = audit::history(tx, city.elderly.str(), 5, 0);
            REQUIRE_FALSE(entries.empty());
            CHECK(entries[0].action == "member.names_read");
            CHECK(faults_of_change([&] { open_names(tx, city.clerk, city.elderly, "list"); }) ==
                  Keys{"members.names_for_its_officer"});
        });
    });
}

TEST_CASE("merger: members move, a person of both counts once, undo gives all back") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto city = make_city(tx);
            create(tx, city.officer, keys(), city.elderly, person_with("Trần Thị Hoa", 1950, 1));
            create(tx, city.officer, keys(), city.elderly, person("Lê Văn An", 1951));
            const auto twice = create(
                tx, city.blind_officer, keys(), city.blind, person_with("Trần Hoa", 1950, 1));
            create(tx, city.blind_officer, keys(), city.blind, person("Lê Văn An", 1951));
            create(tx, city.blind_officer, keys(), city.blind, person("Võ Bình", 1952));
            const auto before = organisations::state_hash(tx, participants());

            const auto input = absorption(city.blind, city.elderly);
            const auto shown =
                organisations::preview(tx, city.administrator, input, participants());
            const auto line = std::find_if(shown.lines.begin(),
                                           shown.lines.end(),
                                           [](const auto& one) { return one.what == "members"; });
            REQUIRE(line != shown.lines.end());
            CHECK(line->count == 3);
            CHECK(line->examples.empty());
            const auto event =
                organisations::carry_out(tx, city.administrator, input, participants());

            CHECK(total(tx, city, city.blind, "2026-03-09") == 3);
            CHECK(total(tx, city, city.elderly, "2026-03-09") == 2);
            CHECK(total(tx, city, city.elderly, "2026-03-10") == 4);  // One identity once.
            CHECK(names(tx, city.elderly, {}).size() == 5);

            const auto pairs = store::doubles(tx, city.elderly, 10);
            REQUIRE(pairs.size() == 2);
            CHECK(pairs[0].reason == DoubleReason::same_identity);
            CHECK(pairs[1].reason == DoubleReason::same_name_and_year);
            const auto other = pairs[0].first.id == twice ? pairs[0].second.id : pairs[0].first.id;
            decide_double(
                tx, city.officer, city.elderly, {other, twice, DoubleDecision::same_person});
            decide_double(
                tx,
                city.officer,
                city.elderly,
                {pairs[1].first.id, pairs[1].second.id, DoubleDecision::different_persons});
            CHECK(store::doubles(tx, city.elderly, 10).empty());
            CHECK(names(tx, city.elderly, {}).size() == 4);
            CHECK(total(tx, city, city.elderly, "2026-03-10") == 4);
            CHECK(total(tx, city, city.blind, "2026-03-09") == 3);

            organisations::undo(tx, city.administrator, event, "Nhập nhầm", participants());
            CHECK(organisations::state_hash(tx, participants()) == before);
            CHECK(total(tx, city, city.blind, "2026-03-10") == 3);
            CHECK(total(tx, city, city.elderly, "2026-03-10") == 2);
            CHECK(names(tx, city.blind, {}).size() == 3);
        });
    });
}

TEST_CASE("export: a name that looks like a formula stays a text; the number is never whole") {
    ExportedList list;
    list.association = "Hội Người cao tuổi";
    Member member;
    member.full_name = "-Trần Hoa";
    member.branch = "=cmd|'/c calc'!A0";
    member.identity_tail = "007";
    member.joined_on = PartialDate{day("2001-02-01"), DatePrecision::month};
    list.members = {member};
    const auto csv = to_csv(list);
    CHECK(csv.find("'-Trần Hoa") != std::string::npos);
    CHECK(csv.find("'=cmd") != std::string::npos);
    CHECK(csv.find("02/2001") != std::string::npos);
    const auto rows = office::read_xlsx(to_xlsx(list)).at(0).rows;
    CHECK(rows.back().at(1) == office::Cell{std::string("-Trần Hoa")});
    CHECK(rows.back().at(8) == office::Cell{std::string("007")});
}

}  // namespace hoiquan::members
