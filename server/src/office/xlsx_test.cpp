#include <cmath>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "base/error.h"
#include "office/office.h"
#include "office/xlsx_parts.h"
#include "office/zip.h"

using namespace hoiquan;
using namespace hoiquan::office;

namespace {

XlsxSheet sample_sheet() {
    XlsxSheet sheet;
    sheet.name = "Nhiệm vụ";
    sheet.title = {"Tiến độ thực hiện Kết luận số 45-KL/TU", "Tính đến ngày 05/02/2026"};
    sheet.columns = {{"Nội dung", 60, ColumnKind::text},
                     {"Số lượng", 12, ColumnKind::integer},
                     {"Giá trị", 12, ColumnKind::decimal},
                     {"Tỷ lệ", 10, ColumnKind::percent},
                     {"Hạn", 12, ColumnKind::date}};
    sheet.rows = {
        {std::string("Rà soát hội quần chúng"),
         std::int64_t{1240},
         78.5,
         0.5,
         *Date::of(2026, 6, 30)},
        {std::string("=1+1"), std::int64_t{-7}, 0.25, 1.0 / 3, *Date::of(1900, 3, 1)},
        {std::string("_x0041_ & <b> \"nháy\"\ndòng hai"), {}, {}, {}, *Date::of(9999, 12, 31)}};
    sheet.totals = {std::string("Tổng cộng"), std::int64_t{1233}};
    return sheet;
}

ErrorCode code_of(const std::string& bytes, const XlsxLimits& limits = {}) {
    try {
        static_cast<void>(read_xlsx(bytes, limits));
    } catch (const Error& error) {
        return error.code();
    }
    FAIL("accepted");
    return ErrorCode::conflict;
}

// A workbook of one sheet, the rest of the package as short as it may be.
std::string workbook_with(const std::string& sheet, const std::string& strings = "<sst/>") {
    return pack(
        {{"xl/workbook.xml",
          "<workbook xmlns:r='x'><sheets><sheet name='A' sheetId='1' "
          "r:id='r1'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='r1' Type='t/worksheet' Target='worksheets/sheet1.xml'/>"
          "<Relationship Id='r2' Type='t/sharedStrings' Target='/xl/sharedStrings.xml'/>"
          "<Relationship Id='r3' Type='t/styles' Target='styles.xml'/></Relationships>"},
         {"xl/sharedStrings.xml", strings},
         {"xl/styles.xml",
          "<styleSheet><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
          "<xf numFmtId='14'/></cellXfs></styleSheet>"},
         {"xl/worksheets/sheet1.xml", sheet}});
}

}  // namespace

TEST_CASE("xlsx: what was written is read back") {
    const XlsxSheet sheet = sample_sheet();
    const std::vector<ReadSheet> read = read_xlsx(write_xlsx({sheet}));
    REQUIRE(read.size() == 1);
    CHECK(read[0].name == "Nhiệm vụ");
    const auto& rows = read[0].rows;
    REQUIRE(rows.size() == 8);
    CHECK(rows[0] == std::vector<Cell>{Cell{sheet.title[0]}});
    CHECK(rows[2].empty());
    REQUIRE(rows[3].size() == 5);
    CHECK(rows[3][4] == Cell{std::string("Hạn")});
    CHECK(rows[4] == sheet.rows[0]);
    CHECK(rows[5][0] == Cell{std::string("=1+1")});
    CHECK(rows[5][1] == Cell{std::int64_t{-7}});
    CHECK(rows[5][4] == Cell{*Date::of(1900, 3, 1)});
    CHECK(rows[6][0] == sheet.rows[2][0]);
    CHECK(rows[6][2] == Cell{});
    CHECK(rows[6][4] == Cell{*Date::of(9999, 12, 31)});
    CHECK(rows[7] == std::vector<Cell>{Cell{std::string("Tổng cộng")}, Cell{std::int64_t{1233}}});
}

TEST_CASE("xlsx: text is never a formula") {
    const std::string bytes = write_xlsx({sample_sheet()});
    const ZipReader zip(bytes, {}, kXlsxKeys);
    const std::string sheet = zip.read("xl/worksheets/sheet1.xml").value_or("");
    CHECK(sheet.find("<f>") == std::string::npos);
    CHECK(sheet.find("=1+1") != std::string::npos);
}

TEST_CASE("xlsx: print set-up, frozen header and filter are there") {
    const std::string bytes = write_xlsx({sample_sheet()});
    const ZipReader zip(bytes, {}, kXlsxKeys);
    const std::string sheet = zip.read("xl/worksheets/sheet1.xml").value_or("");
    CHECK(sheet.find("orientation=\"landscape\"") != std::string::npos);
    CHECK(sheet.find("paperSize=\"9\"") != std::string::npos);
    CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
    CHECK(sheet.find("<autoFilter ref=\"A4:E7\"") != std::string::npos);
    CHECK(zip.read("xl/workbook.xml").value_or("").find("Print_Titles") != std::string::npos);
    CHECK(zip.read("xl/styles.xml").value_or("").find("dd/mm/yyyy") != std::string::npos);
}

TEST_CASE("xlsx: the same sheets give the same bytes") {
    CHECK(write_xlsx({sample_sheet()}) == write_xlsx({sample_sheet()}));
}

TEST_CASE("xlsx: names of sheets are made lawful and different") {
    XlsxSheet sheet;
    sheet.columns = {{"A", 10, ColumnKind::text}};
    sheet.name = "Báo cáo: quý I/2026 [nháp] và những gì còn lại của năm";
    const std::vector<ReadSheet> read = read_xlsx(write_xlsx({sheet, sheet, XlsxSheet{}}));
    REQUIRE(read.size() == 3);
    CHECK(read[0].name == "Báo cáo- quý I-2026 -nháp- và n");
    CHECK(read[1].name == "Báo cáo- quý I-2026 -nháp- v(2)");
    CHECK(read[2].name == "Bảng");
}

TEST_CASE("xlsx: numbers that a spreadsheet cannot hold are kept as text or left out") {
    XlsxSheet sheet;
    sheet.columns = {{"A", 10, ColumnKind::integer},
                     {"B", 10, ColumnKind::date},
                     {"C", 10, ColumnKind::decimal}};
    sheet.rows = {{std::int64_t{9'007'199'254'740'993}, *Date::of(1890, 5, 19), std::nan("")}};
    const auto rows = read_xlsx(write_xlsx({sheet}))[0].rows;
    CHECK(rows[1][0] == Cell{std::string("9007199254740993")});
    CHECK(rows[1][1] == Cell{std::string("19/05/1890")});
    CHECK(rows[1].size() == 2);
}

TEST_CASE("xlsx: a text that is too long is refused, not cut") {
    XlsxSheet sheet;
    sheet.columns = {{"A", 10, ColumnKind::text}};
    sheet.rows = {{std::string(32'768, 'x')}};
    CHECK_THROWS_AS(static_cast<void>(write_xlsx({sheet})), Error);
}

TEST_CASE("read_xlsx: shared, rich, inline and formula strings, dates and gaps") {
    const std::string strings =
        "<sst><si><t>một</t></si><si><r><t>h</t></r><r><t>ai</t></r><rPh><t>x</t></rPh></si></sst>";
    const std::string sheet =
        "<worksheet><sheetData><row r='2'><c r='B2' t='s'><v>1</v></c><c "
        "t='inlineStr'><is><t>ba</t></is>"
        "</c><c t='str'><f>A1</f><v>bốn_x000A_</v></c><c s='1'><v>45658.75</v></c><c "
        "s='0'><v>1.5</v></c>"
        "<c t='b'><v>1</v></c><c s='1'><v>59</v></c><c t='d'><v>2026-02-05T00:00:00</v></c>"
        "<c t='e'><v>#REF!</v></c></row></sheetData></worksheet>";
    const auto rows = read_xlsx(workbook_with(sheet, strings))[0].rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].empty());
    CHECK(rows[1] == std::vector<Cell>{Cell{},
                                       Cell{std::string("hai")},
                                       Cell{std::string("ba")},
                                       Cell{std::string("bốn\n")},
                                       Cell{*Date::of(2025, 1, 1)},
                                       Cell{1.5},
                                       Cell{std::int64_t{1}},
                                       Cell{*Date::of(1900, 2, 28)},
                                       Cell{*Date::of(2026, 2, 5)},
                                       Cell{std::string("#REF!")}});
}

TEST_CASE("read_xlsx: what is broken is refused") {
    const std::string good = write_xlsx({sample_sheet()});
    CHECK(code_of("") == ErrorCode::invalid);
    CHECK(code_of("PK") == ErrorCode::invalid);
    CHECK(code_of(good.substr(0, good.size() / 2)) == ErrorCode::invalid);
    CHECK(code_of(pack({{"a.txt", "b"}})) == ErrorCode::invalid);
    CHECK(code_of(workbook_with("<worksheet><row><c t='s'><v>5</v></c></row></worksheet>")) ==
          ErrorCode::invalid);
    CHECK(code_of(workbook_with("<worksheet><c/></worksheet>")) == ErrorCode::invalid);
    CHECK(code_of(workbook_with("<worksheet><row r='2'/><row r='1'/></worksheet>")) ==
          ErrorCode::invalid);
    CHECK(code_of(workbook_with("<worksheet>")) == ErrorCode::invalid);
}

TEST_CASE("read_xlsx: document types are refused") {
    const std::string bomb =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
        "<worksheet><row><c t='str'><v>&b;</v></c></row></worksheet>";
    CHECK(code_of(workbook_with(bomb)) == ErrorCode::invalid);
}

TEST_CASE("read_xlsx: every limit holds") {
    CHECK(code_of(write_xlsx({sample_sheet()}), {.file_bytes = 100}) == ErrorCode::too_large);
    CHECK(code_of(write_xlsx({sample_sheet()}), {.rows = 3}) == ErrorCode::too_large);
    CHECK(code_of(write_xlsx({sample_sheet()}), {.columns = 3}) == ErrorCode::too_large);
    CHECK(code_of(write_xlsx({sample_sheet()}), {.cell_bytes = 10}) == ErrorCode::too_large);
    CHECK(code_of(write_xlsx({sample_sheet()}), {.cells = 10}) == ErrorCode::too_large);
    CHECK(code_of(write_xlsx({sample_sheet()}), {.text_bytes = 50}) == ErrorCode::too_large);
    CHECK(code_of(write_xlsx({sample_sheet(), sample_sheet()}), {.sheets = 1}) ==
          ErrorCode::too_large);
    CHECK(code_of(workbook_with("<worksheet>" + std::string(8u << 20, ' ') + "</worksheet>")) ==
          ErrorCode::too_large);
    CHECK(code_of(workbook_with("<worksheet><row><c r='ZZZ1'><v>1</v></c></row></worksheet>")) ==
          ErrorCode::too_large);
}

TEST_CASE("is_date_format: looks outside quotes, brackets and escapes") {
    CHECK(is_date_format("dd/mm/yyyy"));
    CHECK(is_date_format("[$-42A]d mmmm"));
    CHECK_FALSE(is_date_format("#,##0\"đồng/day\""));
    CHECK_FALSE(is_date_format("[Red]0.00"));
    CHECK_FALSE(is_date_format("0\\d"));
    CHECK_FALSE(is_date_format("hh:mm"));
}

TEST_CASE("read_xlsx and docx_text: damaged files are refused or read, nothing else") {
    const std::string xlsx = write_xlsx({sample_sheet()});
    const std::string docx = write_docx({});
    std::uint32_t state = 12345;
    const auto next = [&state](std::size_t below) {
        state = state * 1'664'525u + 1'013'904'223u;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        std::string bytes = i % 2 == 0 ? xlsx : docx;
        for (std::size_t n = 1 + next(4); n > 0; --n) {
            bytes[next(bytes.size())] = static_cast<char>(next(256));
        }
        try {
            if (i % 2 == 0) {
                static_cast<void>(read_xlsx(bytes));
            } else {
                static_cast<void>(docx_text(bytes));
            }
        } catch (const Error&) {
            ++refused;
        }
    }
    CHECK(refused > 50);
}
