// The reform of administrative units: on a small invented country, and on the real files where they
// lie beside the repository.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <doctest/doctest.h>

#include "base/error.h"
#include "organisations/fixture_test.h"
#include "organisations/unit_files.h"
#include "platform/db/testing.h"

namespace hoiquan::organisations {

namespace {

using fixture::day;

/// Two provinces become one, a third stays; three communes into two, one of them divided; one
/// commune stays as it is, one only changes its name; an island district becomes a special zone.
UnitReform small_reform() {
    UnitReform out;
    out.before = {"truoc.csv",
                  "code,name,full_name,level,type,parent_code\n"
                  "91,Sông,Tỉnh Sông,province,tinh,\n"
                  "92,Núi,Tỉnh Núi,province,tinh,\n"
                  "93,Biển,Tỉnh Biển,province,tinh,\n"
                  "910,Bến,Thành phố Bến,district,thanh_pho,91\n"
                  "920,Đèo,Huyện Đèo,district,huyen,92\n"
                  "930,Đảo,Huyện Đảo,district,huyen,93\n"
                  "931,Cát,Huyện Cát,district,huyen,93\n"
                  "91001,1,Phường 1,commune,phuong,910\n"
                  "91002,2,Phường 2,commune,phuong,910\n"
                  "91003,Đồng,\"Xã Đồng, cũ\",commune,xa,910\n"
                  "92001,Khe,Xã Khe,commune,xa,920\n"
                  "93001,Mơ,Xã Mơ,commune,xa,931\n"};
    out.after = {"sau.csv",
                 "code,name,full_name,level,type,parent_code\n"
                 "92,Sông,Tỉnh Sông,province,tinh,\n"
                 "93,Biển,Tỉnh Biển,province,tinh,\n"
                 "91001,Bến,Phường Bến,commune,phuong,92\n"
                 "91002,Đồng,Phường Đồng,commune,phuong,92\n"
                 "92001,Khe,Xã Khe,commune,xa,92\n"
                 "93001,Mơ,Phường Mơ,commune,phuong,93\n"
                 "93002,Đảo,Đặc khu Đảo,commune,dac_khu,93\n"};
    out.mapping = {"xa.csv",
                   "old_code,new_code,share\n"
                   "91001,91001,whole\n"
                   "91002,91001,part\n"
                   "91002,91002,part\n"
                   "91003,91002,whole\n"
                   "92001,92001,whole\n"
                   "93001,93001,whole\n"
                   "930,93002,whole\n"};
    out.mapping_provinces = {"tinh.csv", "old_code,new_code\n91,92\n92,92\n93,93\n"};
    out.effective = day("2025-07-01");
    out.basis = "202/2025/QH15";
    out.before_since = {day("2000-01-01"), DatePrecision::year};
    return out;
}

/// code, full_name, level, parent_code of each record.
std::set<std::vector<std::string>> units_of(std::string_view csv) {
    const auto records = csv_records(csv);
    std::vector<std::size_t> columns;
    for (const char* name : {"code", "full_name", "level", "parent_code"}) {
        const auto& header = records.front().fields;
        columns.push_back(static_cast<std::size_t>(std::find(header.begin(), header.end(), name) -
                                                   header.begin()));
    }
    std::set<std::vector<std::string>> out;
    for (std::size_t i = 1; i < records.size(); ++i) {
        std::vector<std::string> unit;
        for (const auto column : columns) {
            unit.push_back(records[i].fields[column]);
        }
        out.insert(unit);
    }
    return out;
}

std::set<std::vector<std::string>> exported(const db::ReadTx& tx, const char* as_of) {
    return units_of(export_csv(tx, {day(as_of), {}}, Tree::territory));
}

UnitReformResult carry_out(db::Database& database, const UnitReform& reform) {
    return database.write(
        [&](db::WriteTx& tx) { return import_admin_units(tx, reform, Progress()); });
}

std::string hash(db::Database& database) {
    return database.read([](const db::ReadTx& tx) { return state_hash(tx, {}); });
}

void undo(db::Database& database, const EventId& event) {
    database.write([&](db::WriteTx& tx) { undo_at_console(tx, event, "", {}); });
}

std::vector<std::string> faults_of(db::Database& database, const UnitReform& reform) {
    try {
        carry_out(database, reform);
    } catch (const Error& error) {
        std::vector<std::string> out{error.key()};
        for (const auto& fault : error.faults()) {
            out.push_back(fault.field + " " + fault.key);
        }
        return out;
    }
    return {};
}

std::set<std::string> neighbours(const db::ReadTx& tx,
                                 const char* code,
                                 const char* as_of,
                                 bool is_back) {
    const View view{day(as_of), {}};
    const auto found = find_by_code(tx, code, view);
    REQUIRE(found.size() == 1);
    const auto graph = lineage(tx, found.front().id, view);
    std::set<std::string> out;
    for (const auto& edge : graph.edges) {
        const auto& near = is_back ? edge.successor : edge.predecessor;
        const auto& far = is_back ? edge.predecessor : edge.successor;
        for (const auto& node : graph.nodes) {
            if (near == found.front().id && node.id == far) {
                out.insert(node.name + (edge.share == Share::part ? " (part)" : ""));
            }
        }
    }
    return out;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("import: both states are there on their days; a reused code is a new node") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto reform = small_reform();
        const auto empty = hash(database);
        const auto result = carry_out(database, reform);
        CHECK(result.made_before == 12);
        CHECK(result.unchanged == 2);  // Tỉnh Biển, Xã Khe.
        CHECK(result.renamed == 1);    // Xã Mơ -> Phường Mơ.
        CHECK(result.made == 4);
        CHECK(result.ended == 9);
        database.read([&](const db::ReadTx& tx) {
            CHECK(exported(tx, "2025-06-30") == units_of(reform.before.text));
            CHECK(exported(tx, "2025-07-01") == units_of(reform.after.text));
            CHECK(exported(tx, "1999-12-31").empty());
            const auto node = [&](const char* code, const char* as_of) {
                return find_by_code(tx, code, {day(as_of), {}}).front().id;
            };
            CHECK(node("91001", "2025-06-30") != node("91001", "2025-07-01"));
            CHECK(node("92001", "2025-06-30") == node("92001", "2025-07-01"));
            CHECK(node("93001", "2025-06-30") == node("93001", "2025-07-01"));
            CHECK(node("92", "2025-06-30") != node("92", "2025-07-01"));
            CHECK(neighbours(tx, "91001", "2025-07-01", true) ==
                  Names{"Phường 1", "Phường 2 (part)"});
            CHECK(neighbours(tx, "91002", "2025-06-30", false) ==
                  Names{"Phường Bến (part)", "Phường Đồng (part)"});
            CHECK(neighbours(tx, "93002", "2025-07-01", true) == Names{"Huyện Đảo"});
            CHECK(neighbours(tx, "92", "2025-07-01", true) == Names{"Tỉnh Sông", "Tỉnh Núi"});
        });
        CHECK(faults_of(database, reform) ==
              std::vector<std::string>{"organisations.reform_there_already"});
        undo(database, result.event);
        CHECK(hash(database) == empty);
        database.read([&](const db::ReadTx& tx) {
            CHECK(exported(tx, "2025-07-01").empty());
            CHECK(lineage(tx,
                          get_event(tx, result.event).recorded_for.value_or(OrganisationId()),
                          {day("2025-07-01"), {}})
                      .edges.empty());
        });
        CHECK_THROWS_AS(undo(database, result.event), Error);
        carry_out(database, reform);
    });
}

TEST_CASE("import: units that are in the register already keep their node") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto reform = small_reform();
        const auto ward = database.write([](db::WriteTx& tx) {
            auth::Actor actor;
            actor.user = auth::create_user(tx, {"quantri", "Trần Thị Quản", "", false}, "-").id;
            actor = fixture::actor_at(actor.user, OrganisationId(), auth::Role::administrator);
            const auto unit =
                [&](const char* name, const char* level, const char* code, auto under) {
                    auto input = fixture::body(name, "territory");
                    input.level = level;
                    input.code = code;
                    input.part_of = under;
                    return create(tx, actor, input);
                };
            const auto province =
                unit("Tỉnh Sông", "province", "91", std::optional<OrganisationId>());
            const auto city = unit("Thành phố Bến", "district", "910", std::optional(province));
            unit("Phường 1", "commune", "91001", std::optional(city));
            return unit("Xã Đồng, cũ", "commune", "91003", std::optional(city));
        });
        const auto before = hash(database);
        const auto result = carry_out(database, reform);
        CHECK(result.made_before == 8);
        database.read([&](const db::ReadTx& tx) {
            CHECK(find_by_code(tx, "91003", {day("2025-06-30"), {}}).front().id == ward);
            CHECK(find_by_code(tx, "91003", {day("2025-07-01"), {}}).empty());
            CHECK(exported(tx, "2025-06-30") == units_of(reform.before.text));
            CHECK(exported(tx, "2025-07-01") == units_of(reform.after.text));
            CHECK(exported(tx, "2019-12-31").size() == 8);
        });
        undo(database, result.event);
        CHECK(hash(database) == before);
        carry_out(database, reform);
    });
}

TEST_CASE("import: every fault of the files is named at once, with its line") {
    db::testing::on_each_engine([](db::Database& database) {
        auto reform = small_reform();
        reform.before.text += "91001,1,Phường Một,commune,phuong,910\n";  // 14: code again
        reform.before.text += "9400x,Sai,Xã Sai,commune,xa,999\n";        // 15: code, parent
        reform.before.text += "94001,Sai,,village,xa,910\n";              // 16: name, level
        reform.before.text += "94002,thiếu\n";                            // 17: fields
        reform.mapping.text += "91001,91002,whole\n";                     // 9: whole not alone
        reform.mapping.text += "77777,91002,some\n";                      // 10: code, share
        reform.mapping.text += "92001,88888,whole\n";                     // 11: new code
        const auto faults = faults_of(database, reform);
        const auto has = [&](const char* fault) {
            return std::find(faults.begin(), faults.end(), fault) != faults.end();
        };
        CHECK(has("/truoc.csv:14 organisations.unit_code_twice"));
        CHECK(has("/truoc.csv:15 organisations.bad_unit_code"));
        CHECK(has("/truoc.csv:15 organisations.unit_parent_unknown"));
        CHECK(has("/truoc.csv:16 organisations.bad_unit_name"));
        CHECK(has("/truoc.csv:16 organisations.bad_unit_level"));
        CHECK(has("/truoc.csv:17 organisations.wrong_field_count"));
        CHECK(has("/xa.csv:9 organisations.whole_not_alone"));
        CHECK(has("/xa.csv:10 organisations.old_code_unknown"));
        CHECK(has("/xa.csv:10 organisations.bad_share"));
        CHECK(has("/xa.csv:11 organisations.new_code_unknown"));
        database.read([](const db::ReadTx& tx) { CHECK(exported(tx, "2025-07-01").empty()); });
        auto headless = small_reform();
        headless.after.text = "code,full_name\n";
        headless.mapping.text = "\xFF";
        const auto more = faults_of(database, headless);
        CHECK(std::find(more.begin(), more.end(), "/sau.csv:1 organisations.column_missing") !=
              more.end());
        CHECK(std::find(more.begin(), more.end(), "/xa.csv:1 organisations.file_not_utf8") !=
              more.end());
    });
}

TEST_CASE("import: a body that came to hang on a new unit keeps the reform from being undone") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto result = carry_out(database, small_reform());
        database.write([](db::WriteTx& tx) {
            auth::Actor actor;
            actor.user = auth::create_user(tx, {"quantri", "Trần Thị Quản", "", false}, "-").id;
            actor = fixture::actor_at(actor.user, OrganisationId(), auth::Role::administrator);
            auto input = fixture::body("UBND phường Bến", "peoples_committee");
            input.valid_from = fixture::from("2025-07-01");
            input.located_in = find_by_code(tx, "91001", {day("2025-07-01"), {}}).front().id;
            create(tx, actor, input);
        });
        const auto before = hash(database);
        try {
            undo(database, result.event);
            FAIL("undone");
        } catch (const Error& error) {
            CHECK(error.key() == "organisations.event_has_dependants");
            REQUIRE(error.faults().size() == 1);
            CHECK(error.faults().front().field == "/organisations/relations");
        }
        CHECK(hash(database) == before);
    });
}

TEST_CASE("import: the reform of 1 July 2025, where its files are") {
    const auto folder = std::filesystem::path(HOIQUAN_SOURCE_DIR) / "../shared/admin-units";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: the files of the reform are not here");
        return;
    }
    const auto file = [&](const char* name) {
        std::ifstream in(folder / name, std::ios::binary);
        return TextFile{name, {std::istreambuf_iterator<char>(in), {}}};
    };
    UnitReform reform = small_reform();
    reform.before = file("units_before_2025-07-01.csv");
    reform.after = file("units_after_2025-07-01.csv");
    reform.mapping = file("mapping_commune.csv");
    reform.mapping_provinces = file("mapping_province.csv");
    db::testing::on_each_engine([&](db::Database& database) {
        const auto empty = hash(database);
        const auto result = carry_out(database, reform);
        CHECK(result.units_before == 10794);
        CHECK(result.units_after == 3355);
        CHECK(result.edges == 10571 + 63);
        database.read([&](const db::ReadTx& tx) {
            CHECK(exported(tx, "2025-06-30") == units_of(reform.before.text));
            CHECK(exported(tx, "2025-07-01") == units_of(reform.after.text));
            CHECK(
                neighbours(tx, "19333", "2025-07-01", true) ==
                Names{
                    "Phường 1", "Phường 3", "Phường 4", "Phường Đông Giang", "Phường Đông Thanh"});
            CHECK(neighbours(tx, "19351", "2025-07-01", true) ==
                  Names{"Phường 2", "Phường 5", "Phường Đông Lễ", "Phường Đông Lương"});
        });
        undo(database, result.event);
        CHECK(hash(database) == empty);
    });
}

}  // namespace hoiquan::organisations
