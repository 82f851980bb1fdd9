#include <chrono>
#include <set>

#include <doctest/doctest.h>

#include "members/fixture_test.h"
#include "members/sheets.h"

namespace hoiquan::members {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

namespace {

using imports::Outcome;
using office::Cell;
using Rows = std::vector<std::vector<Cell>>;

Cell text(const char* value) {
    return *value == '\0' ? Cell{} : Cell{std::string(value)};
}

/// Name, year, kind, branch, joined on, left on, reason, number.
std::string workbook(const Rows& rows) {
    office::XlsxSheet sheet;
    sheet.title = {"DANH SÁCH HỘI VIÊN"};
    for (const char* heading : {"Họ và tên",
                                "Năm sinh",
                                "Loại hội viên",
                                "Chi hội",
                                "Ngày vào hội",
                                "Ngày ra hội",
                                "Lý do ra hội",
                                "Số CCCD"}) {
        sheet.columns.push_back({heading, 15, office::ColumnKind::text});
    }
    sheet.rows = rows;
    return office::write_xlsx({sheet});
}
std::vector<Cell> row(const char* name,
                      const char* year,
                      const char* branch = "",
                      const std::string& identity = "") {
    return {text(name), text(year), {}, text(branch), text("2015"), {}, {}, text(identity.c_str())};
}

imports::BatchId read(db::Database& database, const City& city, const std::string& bytes) {
    return imports::read_file(
               database, city.officer, city.elderly, *importer(keys()), {"ds.xlsx", bytes})
        .value();
}
imports::Where at(const City& city, const imports::BatchId& batch) {
    return {city.elderly, kImportKind, batch};
}
Keys outcomes(const db::ReadTx& tx, const City& city, const imports::BatchId& batch) {
    Keys out;
    for (const auto& one : imports::rows(tx, at(city, batch), {std::nullopt, 1000, 0}).items) {
        out.push_back(std::to_string(one.number) + " " + std::string(to_string(one.outcome)));
        for (const auto& reason : one.reasons) {
            if (one.outcome == Outcome::faulty || one.outcome == Outcome::to_complete) {
                out.back() += " " + reason.cell + " " + reason.key;
            }
        }
    }
    return out;
}
std::int64_t size_of(const db::ReadTx& tx, const City& city) {
    return store::list(tx, city.elderly, {}).total;
}

}  // namespace

TEST_CASE("import: preview, confirmation, the same file again, undo") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            create(tx, city.officer, keys(), city.elderly, person("Lê Văn An", 1951));
        });
        const auto bytes = workbook({row("Trần Thị Hoa", "1950", "KP 1", identity_of(1950, 1)),
                                     row("lê văn  an", "1951", "KP 2"),
                                     row("Võ Bình", ""),
                                     row("Võ Năm", "1949", "", identity_of(1950, 2)),
                                     row("Hồ Sáu", "năm ngoái"),
                                     row("Trần Hoa", "1950", "", identity_of(1950, 1))});
        const auto batch = read(database, city, bytes);
        database.read([&](const db::ReadTx& tx) {
            CHECK(outcomes(tx, city, batch) ==
                  Keys{"4 added",
                       "5 updated",
                       "6 to_complete A6 members.row_needs_year_or_identity",
                       "7 faulty H7 members.identity_other_birth_year",
                       "8 faulty B8 office.table_not_year",
                       "9 faulty H9 members.row_identity_repeated"});
            CHECK(size_of(tx, city) == 1);
        });
        const auto with = importer(keys());
        database.write([&](db::WriteTx& tx) {
            imports::confirm(tx, city.officer, *with, at(city, batch), 1);
            CHECK(size_of(tx, city) == 2);
            const auto known = store::known(tx, city.elderly);
            CHECK(std::any_of(known.begin(), known.end(), [](const auto& one) {
                return one.member.full_name == "lê văn an" && one.member.branch == "KP 2";
            }));
            CHECK(faults_of_change([&] {
                      imports::confirm(tx, city.officer, *with, at(city, batch), 2);
                  }) == Keys{"imports.no_preview"});
        });
        const auto again = read(database, city, bytes);
        database.read([&](const db::ReadTx& tx) {
            const auto found = outcomes(tx, city, again);
            CHECK(found[0] == "4 unchanged");
            CHECK(found[1] == "5 unchanged");
        });
        database.write([&](db::WriteTx& tx) {
            CHECK(faults_of_change([&] {
                      imports::confirm(tx, city.officer, *with, at(city, again), 1);
                  }) == Keys{"imports.nothing_to_write"});
            imports::discard(tx, city.officer, at(city, again));
            CHECK(faults_of_change([&] { imports::get(tx, at(city, again)); }) ==
                  Keys{"imports.not_found"});
            imports::undo(tx, city.officer, *with, at(city, batch), "Nhầm tệp");
            const auto known = store::known(tx, city.elderly);
            REQUIRE(known.size() == 1);
            CHECK(known[0].member.full_name == "Lê Văn An");
            CHECK_FALSE(known[0].member.branch);
        });
    });
}

TEST_CASE("import: what was compared must still hold; what was changed since is not taken back") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const auto with = importer(keys());
        const auto stale = read(database, city, workbook({row("Trần Hoa", "1950")}));
        database.write([&](db::WriteTx& tx) {
            create(tx, city.officer, keys(), city.elderly, person("Người Khác"));
        });
        database.write([&](db::WriteTx& tx) {
            CHECK(faults_of_change([&] {
                      imports::confirm(tx, city.officer, *with, at(city, stale), 1);
                  }) == Keys{"imports.register_changed"});
        });
        const auto batch = read(database, city, workbook({row("Trần Hoa", "1950")}));
        database.write([&](db::WriteTx& tx) {
            imports::confirm(tx, city.officer, *with, at(city, batch), 1);
            const auto known = store::known(tx, city.elderly);
            const auto member = std::find_if(known.begin(), known.end(), [](const auto& one) {
                return one.member.full_name == "Trần Hoa";
            });
            update(tx, city.officer, keys(), member->member, person("Trần Thị Hoa"));
        });
        const auto refused = faults_of_change([&] {
            database.write([&](db::WriteTx& tx) {
                imports::undo(tx, city.officer, *with, at(city, batch), "Nhầm");
            });
        });
        CHECK(refused == Keys{" imports.row_changed"});
        database.read([&](const db::ReadTx& tx) {
            CHECK(imports::get(tx, at(city, batch)).state == imports::State::confirmed);
            CHECK(size_of(tx, city) == 2);
        });
    });
}

TEST_CASE("import: a file that is no workbook, or has no such table, writes nothing") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        CHECK(faults_of_change([&] { read(database, city, "PK rác"); }) ==
              Keys{"office.xlsx_broken"});
        office::XlsxSheet other;
        other.columns = {{"Cột lạ", 10, office::ColumnKind::text}};
        const auto batch = read(database, city, office::write_xlsx({other}));
        database.read([&](const db::ReadTx& tx) {
            const auto found = imports::get(tx, at(city, batch));
            REQUIRE(found.faults.size() == 1);
            CHECK(found.faults[0].key == "office.table_no_header");
        });
    });
}

TEST_CASE("import: the template is read back; its lists are the ones that the import knows") {
    db::testing::on_each_engine([](db::Database& database) {
        database.read([](const db::ReadTx& tx) {
            const auto sheets = office::read_xlsx(import_template(tx));
            const auto table = office::read_table(sheets, import_columns(tx));
            CHECK(table.sheet == "Hội viên");
            CHECK(table.faults.empty());
            CHECK(table.rows.empty());
            for (const auto& column : table.cell_columns) {
                CHECK_FALSE(column.empty());
            }
        });
    });
}

TEST_CASE(
    "import: 100 planted faults are named cell by cell, and nothing of their rows is written") {
    db::testing::on_each_engine([](db::Database& database) {
        constexpr int rows = 2500;
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        Rows content;
        std::set<std::string> planted;
        for (int i = 0; i < rows; ++i) {
            const int year = 1930 + i % 60;
            const std::string family = i % 2 == 0 ? "Nguyễn Văn " : "Trần Thị ";
            std::vector<Cell> one{family + static_cast<char>('A' + i % 26) + "anh",
                                  static_cast<std::int64_t>(year),
                                  text("Chính thức"),
                                  text("KP 1"),
                                  day("2015-05-19"),
                                  {},
                                  {},
                                  identity_of(year, i)};
            if (i % 25 == 17) {
                const int what = i / 25 % 5;
                const std::vector<std::pair<const char*, Cell>> wrong{
                    {"A", text("=cmd|'/c calc'!A0")},
                    {"B", text("một nghìn chín trăm")},
                    {"C", text("Vĩnh viễn")},
                    {"E", text("31/02/2015")},
                    {"H", text("04505000")}};
                one[static_cast<std::size_t>(wrong[static_cast<std::size_t>(what)].first[0] -
                                             'A')] = wrong[static_cast<std::size_t>(what)].second;
                planted.insert(wrong[static_cast<std::size_t>(what)].first + std::to_string(i + 4));
            }
            content.push_back(std::move(one));
        }
        const auto bytes = workbook(content);
        const auto begin = std::chrono::steady_clock::now();
        const auto batch = read(database, city, bytes);
        const auto took = std::chrono::steady_clock::now() - begin;
        std::set<std::string> found;
        database.read([&](const db::ReadTx& tx) {
            const auto page = imports::rows(tx, at(city, batch), {Outcome::faulty, 1000, 0});
            CHECK(page.total == 100);
            for (const auto& one : page.items) {
                CHECK(one.title.empty());
                for (const auto& reason : one.reasons) {
                    found.insert(reason.cell);
                }
            }
        });
        CHECK(found == planted);
        const auto confirmed = std::chrono::steady_clock::now();
        database.write([&](db::WriteTx& tx) {
            imports::confirm(tx, city.officer, *importer(keys()), at(city, batch), 1);
        });
        const auto written = std::chrono::steady_clock::now() - confirmed;
        database.read([&](const db::ReadTx& tx) { CHECK(size_of(tx, city) == rows - 100); });
        const auto ms = [](auto span) {
            return std::chrono::duration_cast<std::chrono::milliseconds>(span).count();
        };
        MESSAGE("2,500 rows read and compared: ", ms(took), " ms; written: ", ms(written), " ms");
    });
}

}  // namespace hoiquan::members
