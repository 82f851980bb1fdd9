#include "office/table_read.h"

#include <chrono>
#include <fstream>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "base/error.h"
#include "base/text.h"
#include "office/table_values.h"
#include "office/zip.h"

using namespace hoiquan;
using namespace hoiquan::office;

namespace {

std::vector<TableColumnRule> rules() {
    std::vector<TableColumnRule> out(6);
    out[0] = {"full_name", "Họ và tên", {"Họ tên", "Tên hội viên"}, TableKind::text, true};
    out[1] = {"birth_year", "Năm sinh", {"Sinh năm"}, TableKind::year};
    out[1].least = 1900;
    out[1].most = 2026;
    out[2] = {"joined_on", "Ngày vào hội", {"Vào hội"}, TableKind::date};
    out[3] = {"kind", "Loại hội viên", {}, TableKind::choice};
    out[3].choices = {{"full", {"Chính thức", "CT"}}, {"honorary", {"Danh dự"}}};
    out[4] = {"fee", "Hội phí", {}, TableKind::money};
    out[4].least = 0;
    out[5] = {"identity", "Số định danh", {"CCCD"}, TableKind::digits};
    out[5].longest = 12;
    return out;
}

/// A workbook of hand-written sheets; `attributes` are those of each sheet in the workbook.
struct RawSheet {
    std::string name;
    std::string attributes;
    std::string xml;
};
std::string workbook(const std::vector<RawSheet>& sheets, const char* properties = "") {
    std::string list;
    std::string relations;
    std::vector<ZipPart> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        list +=
            "<sheet name='" + sheets[i].name + "' r:id='r" + n + "' " + sheets[i].attributes + "/>";
        relations +=
            "<Relationship Id='r" + n + "' Type='t/worksheet' Target='worksheets/s" + n + ".xml'/>";
        parts.push_back(
            {"xl/worksheets/s" + n + ".xml", "<worksheet>" + sheets[i].xml + "</worksheet>"});
    }
    parts.push_back({"xl/workbook.xml",
                     "<workbook xmlns:r='x'><workbookPr " + std::string(properties) + "/><sheets>" +
                         list + "</sheets></workbook>"});
    parts.push_back(
        {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
    return pack(parts);
}
std::string xml_row(std::size_t number,
                    const std::vector<std::string>& cells,
                    const char* more = "") {
    std::string out = "<row r='" + std::to_string(number) + "' " + more + ">";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].empty()) {
            out += "<c r='" + column_letters(i) + std::to_string(number) +
                   "' t='inlineStr'><is><t>" + cells[i] + "</t></is></c>";
        }
    }
    return out + "</row>";
}

ReadTable table_of(const std::string& bytes) {
    return read_table(read_xlsx(bytes), rules());
}
using Keys = std::vector<std::string>;
Keys keys_of(const std::vector<TableFault>& faults) {
    Keys out;
    for (const TableFault& fault : faults) {
        out.push_back(fault.cell + (fault.cell.empty() ? "" : " ") + fault.key);
    }
    return out;
}
TableValue date(int year,
                unsigned month,
                unsigned day,
                DatePrecision precision = DatePrecision::day) {
    return PartialDate{Date::of(year, month, day).value(), precision};
}
CellReading reading(const Cell& cell, TableKind kind, bool from_1904 = false) {
    TableColumnRule rule;
    rule.kind = kind;
    rule.longest = kind == TableKind::digits ? 12 : 500;
    return read_cell(cell, rule, from_1904);
}

/// Own strings of the kinds that break programs: numbers that are none, quotes, tags, controls,
/// marks of direction, long runs, signs of every plane.
std::vector<std::string> naughty_strings(std::size_t count) {
    const std::vector<std::string> pieces{"=",
                                          "+",
                                          "-",
                                          "@",
                                          "=cmd|'/c calc'!A0",
                                          "=HYPERLINK(\"http://a\")",
                                          "'",
                                          "\"",
                                          "''",
                                          "`",
                                          ";",
                                          "--",
                                          "/*",
                                          "<b>",
                                          "</t>",
                                          "<![CDATA[",
                                          "]]>",
                                          "&amp;",
                                          "&",
                                          "%s",
                                          "%n",
                                          "%00",
                                          "${x}",
                                          "{{7*7}}",
                                          "\\",
                                          "\\x00",
                                          "../",
                                          "NULL",
                                          "null",
                                          "undefined",
                                          "NaN",
                                          "Infinity",
                                          "1e309",
                                          "0x1F",
                                          "1/0",
                                          "true",
                                          "1;2",
                                          "\t",
                                          "\n",
                                          "\r\n",
                                          " ",
                                          "\u00A0",
                                          "\u200B",
                                          "\u202E",
                                          "\u2066",
                                          "\uFEFF",
                                          "\u00AD",
                                          "Ờ",
                                          "ờ́",
                                          "e\u0323\u0302",
                                          "đ",
                                          "Đ",
                                          "ß",
                                          "İ",
                                          "ﬁ",
                                          "漢字",
                                          "ไทย",
                                          "עברית",
                                          "العربية",
                                          "👩‍👩‍👧",
                                          "🇻🇳",
                                          "𝕬",
                                          "\U000E0041",
                                          "\uFFFD",
                                          "_x0000_",
                                          "_x0041_",
                                          "_x005F_",
                                          "＝1",
                                          "1,5",
                                          "1.2.3",
                                          "٣",
                                          "CON",
                                          "a'; DROP TABLE member; --",
                                          "#REF",
                                          "31/02/2020",
                                          "00/00/0000"};
    std::vector<std::string> out;
    std::uint32_t state = 2026;
    const auto next = [&state](std::size_t below) {
        state = state * 1'664'525u + 1'013'904'223u;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    for (std::size_t i = 0; i < count; ++i) {
        std::string one = i < pieces.size() ? pieces[i] : "";
        for (std::size_t n = i < pieces.size() ? 0 : 1 + next(6); n > 0; --n) {
            one += pieces[next(pieces.size())];
        }
        if (i % 97 == 96) {
            one += std::string(300 + next(600), 'x');
        }
        out.push_back(one);
    }
    return out;
}

}  // namespace

TEST_CASE("read_table: finds the header below titles, in any order, with other headings") {
    const auto table = table_of(workbook(
        {{"Bìa",
          "",
          "<sheetData>" + xml_row(1, {"Kính gửi", "Họ và tên người lập"}) + "</sheetData>"},
         {"Hội viên",
          "",
          "<sheetData>" + xml_row(1, {"DANH SÁCH HỘI VIÊN"}) + xml_row(2, {"Năm 2026"}) +
              xml_row(4, {"STT", "SINH NĂM", "Ho  va ten (*)", "Loại hội viên", "Số CCCD"}) +
              xml_row(5, {"(1)", "(2)", "(3)", "(4)"}) +
              xml_row(6, {"1", "1954", "Trần Thị Hoa", "chinh thuc"}) +
              xml_row(8, {"Tổng cộng: 1"}) + "</sheetData>"}}));
    CHECK(table.sheet == "Hội viên");
    CHECK(table.header_row == 4);
    CHECK(table.cell_columns == Keys{"C", "B", "", "D", "", ""});
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].number == 6);
    CHECK(table.rows[0].values[0] == TableValue{std::string("Trần Thị Hoa")});
    CHECK(table.rows[0].values[1] == TableValue{std::int64_t{1954}});
    CHECK(table.rows[0].values[3] == TableValue{std::string("full")});
    CHECK(table.faults.empty());
}

TEST_CASE("read_table: a file without the table, or without a column that must be there") {
    const auto none =
        table_of(workbook({{"A", "", "<sheetData>" + xml_row(1, {"Họ và tên"}) + "</sheetData>"}}));
    CHECK(none.header_row == 0);
    CHECK(keys_of(none.faults) == Keys{"office.table_no_header"});
    const auto missing = table_of(workbook({{"A",
                                             "",
                                             "<sheetData>" + xml_row(1, {"Năm sinh", "Vào hội"}) +
                                                 xml_row(2, {"1950", "2001"}) + "</sheetData>"}}));
    REQUIRE(missing.faults.size() == 1);
    CHECK(missing.faults[0].key == "office.table_column_missing");
}

TEST_CASE("read_table: a header of two rows and cells merged down a column") {
    const std::string sheet =
        "<sheetData>" + xml_row(1, {"Họ và tên", "Ngày", "", "Loại hội viên"}) +
        xml_row(2, {"", "sinh", "vào hội"}) + xml_row(3, {"Chi hội khu phố 1"}) +
        xml_row(4, {"An", "x", "03/02/2001", "Danh dự"}) + xml_row(5, {"Bình", "x", "2002"}) +
        xml_row(6, {"Chi và Dung"}) +
        "</sheetData><mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/><mergeCell "
        "ref='D1:D2'/><mergeCell ref='A3:D3'/><mergeCell ref='D4:D5'/><mergeCell ref='rác'/>"
        "</mergeCells>";
    const auto table = table_of(workbook({{"A", "", sheet}}));
    REQUIRE(table.rows.size() == 3);
    CHECK(table.cell_columns == Keys{"A", "", "C", "D", "", ""});
    CHECK(table.rows[0].values[2] == date(2001, 2, 3));
    CHECK(table.rows[1].values[2] == date(2002, 1, 1, DatePrecision::year));
    CHECK(table.rows[1].values[3] == TableValue{std::string("honorary")});
    CHECK(std::holds_alternative<std::monostate>(table.rows[2].values[3]));
    CHECK(keys_of(table.notes) == Keys{"office.table_group_row"});
}

TEST_CASE("read_table: a value merged over two columns is a fault, not a guess") {
    const std::string sheet = "<sheetData>" + xml_row(1, {"Họ và tên", "Năm sinh", "Vào hội"}) +
                              xml_row(2, {"An", "1950", ""}) +
                              "</sheetData><mergeCells><mergeCell ref='B2:C2'/></mergeCells>";
    CHECK(keys_of(table_of(workbook({{"A", "", sheet}})).faults) ==
          Keys{"B2 office.table_merged_across", "C2 office.table_merged_across"});
}

TEST_CASE("read_table: what is hidden is reported and not read") {
    const std::string good = "<sheetData>" + xml_row(1, {"Họ và tên", "Năm sinh"}) +
                             xml_row(2, {"An", "1950"}) +
                             xml_row(3, {"Người ẩn", "1951"}, "hidden='1'") + "</sheetData>";
    const auto table =
        table_of(workbook({{"Ẩn", "state='hidden'", good},
                           {"Ẩn kỹ", "state='veryHidden'", good},
                           {"Thấy", "", "<cols><col min='2' max='2' hidden='1'/></cols>" + good},
                           {"Nữa", "", good}}));
    CHECK(table.sheet == "Thấy");
    CHECK(table.cell_columns == Keys{"A", "", "", "", "", ""});
    CHECK(table.rows.size() == 1);
    CHECK(keys_of(table.notes) == Keys{"office.table_hidden_sheet",
                                       "office.table_hidden_sheet",
                                       "office.table_other_sheet",
                                       "B1 office.table_hidden_column",
                                       "office.table_hidden_row"});
}

TEST_CASE(
    "read_table: formulas give their value, never their text; one without a result is a fault") {
    const std::string sheet =
        "<sheetData>" + xml_row(1, {"Họ và tên", "Năm sinh"}) +
        "<row r='2'><c r='A2' t='str'><f>\"=\"&amp;CHAR(1)</f><v>Lê Văn An</v></c><c "
        "r='B2'><f>1900+50</f><v>1950</v></c></row>"
        "<row r='3'><c r='A3' t='inlineStr'><is><t>=1+1</t></is></c><c "
        "r='B3'><f>NOW()</f></c></row>"
        "<row r='4'><c r='A4' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='B4'><v>1960</v></c></row>"
        "</sheetData>";
    const auto table = table_of(workbook({{"A", "", sheet}}));
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].values[0] == TableValue{std::string("Lê Văn An")});
    CHECK(table.rows[1].values[0] == TableValue{std::string("=1+1")});
    CHECK(table.rows[1].has_faults);
    CHECK(keys_of(table.faults) ==
          Keys{"B3 office.table_formula_without_result", "A4 office.table_error_value"});
}

TEST_CASE("read_table: days of a workbook that counts from 1904, with and without their format") {
    const std::string sheet =
        "<sheetData>" + xml_row(1, {"Họ và tên", "Vào hội"}) +
        "<row r='2'><c r='A2' t='str'><v>An</v></c><c r='B2'><v>36524</v></c></row>"
        "</sheetData>";
    CHECK(table_of(workbook({{"A", "", sheet}}, "date1904='1'")).rows.at(0).values[2] ==
          date(2003, 12, 31));
    CHECK(table_of(workbook({{"A", "", sheet}})).rows.at(0).values[2] == date(1999, 12, 30));
}

TEST_CASE("read_cell: numbers kept as text") {
    const auto number = [](const char* text, bool whole = false) {
        return number_in_text(text, whole);
    };
    CHECK(number("1.234,5") == 1234.5);
    CHECK(number("1,234.5") == 1234.5);
    CHECK(number("1.234") == 1234);
    CHECK(number("1,234") == 1.234);
    CHECK(number("1,234", true) == 1234);
    CHECK(number("1.234.567") == 1234567);
    CHECK(number(" 1\u00A0234 567 ") == 1234567);
    CHECK(number("-0,5") == -0.5);
    CHECK(number("12.5") == 12.5);
    for (const char* none :
         {"", "-", "1.2.3", "12,34,56", "1e5", "0x10", "mười", "1.2345,6", "٣", "1-2"}) {
        CAPTURE(none);
        CHECK_FALSE(number(none));
    }
    CHECK(reading(std::string("1.234,00"), TableKind::integer).value ==
          TableValue{std::int64_t{1234}});
    CHECK(reading(std::string("1.234,5"), TableKind::integer).fault == "office.table_not_whole");
    CHECK(reading(std::string("1.234,5"), TableKind::decimal).value == TableValue{1234.5});
    CHECK(reading(std::string("12,5 triệu đồng"), TableKind::money).value ==
          TableValue{std::int64_t{12'500'000}});
    CHECK(reading(std::string("1.500.000đ"), TableKind::money).value ==
          TableValue{std::int64_t{1'500'000}});
    CHECK(reading(1.5, TableKind::money).fault == "office.table_not_whole");
    CHECK(reading(Date(), TableKind::money).fault == "office.table_not_number");
    CHECK(reading(1e300, TableKind::integer).fault == "office.table_out_of_range");
}

TEST_CASE("read_cell: dates, years and codes") {
    for (const char* text :
         {"05/09/2026", "5.9.26", "5-9-2026", "2026-09-05", "ngày 05 tháng 9 năm 2026"}) {
        CAPTURE(text);
        CHECK(reading(std::string(text), TableKind::date).value == date(2026, 9, 5));
    }
    CHECK(reading(std::string("9/2026"), TableKind::date).value ==
          date(2026, 9, 1, DatePrecision::month));
    CHECK(reading(std::int64_t{1998}, TableKind::date).value ==
          date(1998, 1, 1, DatePrecision::year));
    CHECK(reading(std::int64_t{45658}, TableKind::date).value == date(2025, 1, 1));
    CHECK(reading(*Date::of(2025, 1, 1), TableKind::date).value == date(2025, 1, 1));
    for (const char* text :
         {"31/02/2020", "1/13/2020", "00/00/0000", "hôm qua", "1/2/3/4", "29/2/2023"}) {
        CAPTURE(text);
        CHECK(reading(std::string(text), TableKind::date).fault == "office.table_not_date");
    }
    CHECK(reading(std::string("12/5/1954"), TableKind::year).value ==
          TableValue{std::int64_t{1954}});
    CHECK(reading(std::string("khoảng 1954"), TableKind::year).fault == "office.table_not_year");
    CHECK(reading(std::int64_t{45054000123}, TableKind::digits).value ==
          TableValue{std::string("045054000123")});
    CHECK(reading(std::string("045 054 000 123"), TableKind::digits).value ==
          TableValue{std::string("045054000123")});
    const auto refused = reading(std::string("04505400012"), TableKind::digits);
    CHECK(refused.fault == "office.table_not_digits");
    CHECK(refused.args == std::vector<std::pair<std::string, std::string>>{{"count", "12"}});
}

TEST_CASE("read_table: 500 naughty strings come through a workbook as text or as a named fault") {
    const auto strings = naughty_strings(500);
    XlsxSheet sheet;
    for (const auto& rule : rules()) {
        sheet.columns.push_back({rule.heading, 15, ColumnKind::text});
    }
    for (const auto& text : strings) {
        sheet.rows.emplace_back(sheet.columns.size(), Cell{text});
    }
    const auto table = table_of(write_xlsx({sheet}));
    for (const auto& row : table.rows) {
        const auto& text = strings.at(row.number - 2);
        CAPTURE(text);
        if (const auto* name = std::get_if<std::string>(&row.values[0])) {
            CHECK(is_valid_utf8(*name));
            CHECK(*name == shown_text(Cell{text}));
        } else {
            CHECK(row.has_faults);
        }
        CHECK(row.has_faults);  // None of them is a year, a date, money and a code at once.
    }
    // What shows nothing is an empty row.
    for (std::size_t i = 0; i < strings.size(); ++i) {
        const bool is_read = std::any_of(table.rows.begin(),
                                         table.rows.end(),
                                         [&](const auto& row) { return row.number == i + 2; });
        CAPTURE(strings[i]);
        CHECK(is_read == !shown_text(Cell{strings[i]}).empty());
    }
    // Nothing of it is a formula for a spreadsheet that opens the CSV.
    for (const auto& text : strings) {
        const std::string csv = write_csv({}, {{Cell{text}}});
        const char first = csv.at(5) == '"' ? csv.at(6) : csv.at(5);
        CAPTURE(csv);
        CHECK(std::string_view("=+-@\t").find(first) == std::string_view::npos);
    }
}

TEST_CASE(
    "read_table: 10,000 rows with 100 planted faults name exactly these, in time and memory") {
    XlsxSheet sheet;
    for (const auto& rule : rules()) {
        sheet.columns.push_back({rule.heading, 15, ColumnKind::text});
    }
    std::set<std::string> planted;
    for (std::size_t i = 0; i < 10'000; ++i) {
        std::vector<Cell> row{"Nguyễn Văn Số " + std::to_string(i),
                              static_cast<std::int64_t>(1940 + i % 60),
                              *Date::of(2010, 1 + static_cast<unsigned>(i % 12), 15),
                              std::string("Chính thức"),
                              std::string("1.200.000"),
                              std::string("045054") + std::to_string(100'000 + i)};
        if (i % 100 == 7) {
            const std::size_t column = i / 100 % 6;
            const std::vector<Cell> wrong{Cell{},
                                          std::string("bốn mươi"),
                                          std::string("30/02/2011"),
                                          std::string("Lạ"),
                                          std::string("nhiều"),
                                          std::string("12345")};
            row[column] = wrong[column];
            planted.insert(column_letters(column) + std::to_string(i + 2));
        }
        sheet.rows.push_back(std::move(row));
    }
    const std::string bytes = write_xlsx({sheet});
    const auto begin = std::chrono::steady_clock::now();
    const auto table = table_of(bytes);
    const auto took = std::chrono::steady_clock::now() - begin;
    std::set<std::string> found;
    for (const auto& fault : table.faults) {
        found.insert(fault.cell);
    }
    CHECK(found == planted);
    CHECK(table.faults.size() == 100);
    CHECK(table.rows.size() == 10'000);
    std::size_t faulty = 0;
    for (const auto& row : table.rows) {
        faulty += row.has_faults ? 1 : 0;
    }
    CHECK(faulty == 100);
    CHECK(took < std::chrono::seconds(10));
    MESSAGE("10,000 rows: ",
            std::chrono::duration_cast<std::chrono::milliseconds>(took).count(),
            " ms");
}

TEST_CASE("read_table: too many rows are refused; merged cells without end are too") {
    TableLimits limits;
    limits.rows = 1;
    const auto bytes = workbook({{"A",
                                  "",
                                  "<sheetData>" + xml_row(1, {"Họ và tên", "Năm sinh"}) +
                                      xml_row(2, {"An"}) + xml_row(3, {"Bình"}) + "</sheetData>"}});
    CHECK_THROWS_AS(static_cast<void>(read_table(read_xlsx(bytes), rules(), limits)), Error);
    std::string merged;
    for (int i = 0; i < 30; ++i) {
        merged += "<mergeCell ref='A1:XFD1048576'/>";
    }
    const auto endless =
        workbook({{"A",
                   "",
                   "<sheetData>" + xml_row(1, {"Họ và tên", "Năm sinh"}) +
                       "<row r='100000'/></sheetData><mergeCells>" + merged + "</mergeCells>"}});
    CHECK_THROWS_AS(static_cast<void>(table_of(endless)), Error);
}

TEST_CASE("write_xlsx: lists and help of a template are there and do not disturb the reader") {
    XlsxSheet sheet;
    sheet.columns = {{"Họ và tên", 30, ColumnKind::text, "Viết đầy đủ, có dấu", {}},
                     {"Loại hội viên", 20, ColumnKind::text, "", {"Chính thức", "Danh dự"}}};
    sheet.rows = {{std::string("An"), std::string("Danh dự")}};
    const auto bytes = write_xlsx({sheet});
    const auto part =
        ZipReader(bytes, {}, {"broken", "large"}).read("xl/worksheets/sheet1.xml").value_or("");
    CHECK(part.find("Chính thức,Danh dự") != std::string::npos);
    CHECK(part.find("Viết đầy đủ, có dấu") != std::string::npos);
    CHECK(table_of(bytes).rows.size() == 1);
}
