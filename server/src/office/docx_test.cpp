#include <string>

#include <doctest/doctest.h>

#include "base/error.h"
#include "office/office.h"
#include "office/testing/sample.h"
#include "office/zip.h"

using namespace hoiquan;
using namespace hoiquan::office;

namespace {

std::string part_of(const std::string& docx, const char* name) {
    const ZipReader zip(docx, {}, {"broken", "too_large"});
    return zip.read(name).value_or("");
}

std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t found = 0;
    for (std::size_t at = text.find(piece); at != std::string_view::npos;
         at = text.find(piece, at + piece.size())) {
        ++found;
    }
    return found;
}

bool has(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

}  // namespace

TEST_CASE("docx: what was written is read back, tables by cell and row") {
    const std::string text = docx_text(write_docx(sample_report()));
    CHECK(has(text, "ĐẢNG BỘ TỈNH VÂN SƠN\nTHÀNH ỦY AN LẠC\n*\tĐẢNG CỘNG SẢN VIỆT NAM"));
    CHECK(has(text, "Số      -BC/TU\tAn Lạc, ngày 05 tháng 02 năm 2026"));
    CHECK(has(text, "BÁO CÁO\ntiến độ thực hiện Kết luận số 45-KL/TU"));
    CHECK(has(text, "I- KẾT QUẢ CHUNG"));
    CHECK(has(text, "TT\tCơ quan chủ trì\tSố nhiệm vụ\tHoàn thành\tQuá hạn"));
    CHECK(has(text, "1\tỦy ban nhân dân thành phố\t1.240\t1.180\t12"));
    CHECK(has(text, "Tổng cộng"));
    CHECK(has(text, "- Ban Thường vụ Thành ủy (b/c),\n- Lưu Văn phòng Thành ủy."));
    CHECK(has(text, "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Văn An"));
    CHECK(has(text, "PHỤ LỤC 1"));
}

TEST_CASE("docx: the same paper gives the same bytes") {
    CHECK(write_docx(sample_report()) == write_docx(sample_report()));
}

TEST_CASE("docx: page, margins and page number follow the guidance") {
    const std::string xml = part_of(write_docx(sample_report()), "word/document.xml");
    CHECK(has(xml, R"(<w:pgSz w:w="11906" w:h="16838"/>)"));
    CHECK(has(xml, R"(w:top="1134" w:right="850" w:bottom="1134" w:left="1701")"));
    CHECK(count(xml, "<w:titlePg/>") == 1);
    CHECK(has(xml, R"(<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)"));
    CHECK(has(part_of(write_docx(sample_report()), "word/header1.xml"), "PAGE"));
}

TEST_CASE("docx: body lines have the exact spacing that was asked for") {
    DocxDocument document = sample_report();
    document.line_spacing_pt = 19;
    const std::string xml = part_of(write_docx(document), "word/document.xml");
    CHECK(has(xml, R"(w:line="380" w:lineRule="exact")"));
    CHECK_FALSE(has(xml, R"(w:line="360" w:lineRule="exact")"));
}

TEST_CASE("docx: every table repeats its header row and keeps rows whole") {
    const std::string xml = part_of(write_docx(sample_report()), "word/document.xml");
    CHECK(count(xml, "<w:tblHeader/>") == 2);
    CHECK(count(xml, "<w:cantSplit/>") == count(xml, "<w:tr>"));
}

TEST_CASE("docx: every part that is named is there and declared") {
    const std::string docx = write_docx(sample_report());
    const std::string types = part_of(docx, "[Content_Types].xml");
    for (const char* name : {"word/document.xml",
                             "word/styles.xml",
                             "word/settings.xml",
                             "word/fontTable.xml",
                             "word/header1.xml",
                             "word/header2.xml",
                             "docProps/core.xml",
                             "docProps/app.xml"}) {
        CAPTURE(name);
        CHECK_FALSE(part_of(docx, name).empty());
        CHECK(has(types, "/" + std::string(name)));
    }
    CHECK(has(part_of(docx, "docProps/core.xml"), "2026-02-05T01:30:00Z"));
}

TEST_CASE("docx: markup, broken UTF-8 and control characters in the text stay text") {
    DocxDocument document;
    document.type = "BÁO CÁO";
    document.body.emplace_back(paragraph("a < b & \"c\" </w:t> \x01\x0B \xFF\xFE end"));
    const std::string text = docx_text(write_docx(document));
    CHECK(has(text, "a < b & \"c\" </w:t> "));
    CHECK(has(text, " end"));
    CHECK_FALSE(has(text, "\x01"));
}

TEST_CASE("docx: an empty document is still a document") {
    CHECK_FALSE(write_docx({}).empty());
    CHECK(has(docx_text(write_docx({})), "ĐẢNG CỘNG SẢN VIỆT NAM"));
}

TEST_CASE("docx: the State layout has the State's heading") {
    DocxDocument document = sample_report();
    document.layout = DocxLayout::state;
    const std::string text = docx_text(write_docx(document));
    CHECK(has(text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"));
    CHECK_FALSE(has(text, "ĐẢNG CỘNG SẢN VIỆT NAM"));
    CHECK(has(text, "- Ban Thường vụ Thành ủy (b/c);"));
}

TEST_CASE("docx: a long row of cells or none at all does not break the table") {
    DocxDocument document;
    Table table;
    table.columns = {{"A", 10, Alignment::left}, {"B", 0, Alignment::right}};
    table.rows = {{{"1", "2", "3"}, false}, {{}, true}};
    document.body.emplace_back(table);
    document.body.emplace_back(Table{});
    CHECK(has(docx_text(write_docx(document)), "A\tB\n1\t2\n\t"));
}

TEST_CASE("place_and_date: zeros as the guidance wants, blanks for what is not known") {
    const auto on = [](int year, unsigned month, unsigned day) {
        return PartialDate{*Date::of(year, month, day), DatePrecision::day};
    };
    CHECK(place_and_date("An Lạc", on(2026, 2, 5)) == "An Lạc, ngày 05 tháng 02 năm 2026");
    CHECK(place_and_date("An Lạc", on(2022, 7, 15)) == "An Lạc, ngày 15 tháng 7 năm 2022");
    CHECK(place_and_date("An Lạc", PartialDate{*Date::of(2022, 7, 1), DatePrecision::month}) ==
          "An Lạc, ngày      tháng 7 năm 2022");
    CHECK(place_and_date("An Lạc", std::nullopt) == "An Lạc, ngày      tháng      năm     ");
}

TEST_CASE("docx_text: what is not a DOCX is refused with a key") {
    for (const std::string& bytes :
         {std::string(), std::string("PK\x03\x04 no"), std::string(500, 'x')}) {
        try {
            static_cast<void>(docx_text(bytes));
            FAIL("accepted");
        } catch (const Error& error) {
            CHECK(error.key() == "office.docx_broken");
        }
    }
    try {
        static_cast<void>(docx_text(pack({{"word/document.xml", std::string(40u << 20, ' ')}})));
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.key() == "office.docx_too_large");
    }
}
