// What is printed, from a report made by hand; and what another program makes of it.

#include "reports/render.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>

#include <doctest/doctest.h>

#include "office/office.h"
#include "platform/extract/extract.h"
#include "reports/fixture_test.h"
#include "reports/words.h"

namespace hoiquan::reports {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

bool has(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

std::string printed(const Progress& progress) {
    return office::docx_text(office::write_docx(docx_of(progress)));
}

/// scripts/test --update-golden writes what was printed instead of comparing it.
std::string expected(const std::string& name, const std::string& now) {
    const std::string path = std::string(HOIQUAN_SOURCE_DIR) + "/tests/golden/reports/" + name;
    if (std::getenv("HOIQUAN_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << now;
    }
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("words: numbers and rates as official papers write them") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1240) == "1.240");
    CHECK(grouped(1234567) == "1.234.567");
    CHECK(grouped(-1240) == "-1.240");
    CHECK(grouped(-124) == "-124");
    CHECK(percent_of({0, 0}) == "–");
    CHECK(percent_of({0, 3}) == "0%");
    CHECK(percent_of({3, 3}) == "100%");
    CHECK(percent_of({13, 15}) == "86,7%");
    CHECK(percent_of({1, 8}) == "12,5%");
    CHECK(percent_of({1, 3}) == "33,3%");
}

TEST_CASE("words: every status has its own label, every type its name") {
    std::vector<std::string> labels;
    for (const auto status : tasks::all_statuses()) {
        const std::string label(label_of(tasks::to_string(status)));
        CHECK(std::find(labels.begin(), labels.end(), label) == labels.end());
        labels.push_back(label);
    }
    CHECK(label_of("total") == "Tổng số");
    CHECK(type_name("decree") == "Nghị định");
    CHECK(type_name("whatever") == "Văn bản");
}

TEST_CASE("citation_of: what is unknown is left out") {
    auto document = sample().document;
    const char* whole = "Kết luận số 45-KL/TU ngày 05/01/2026 của Thành ủy Sông Lam";
    CHECK(citation_of(document) == whole);
    document.issuing_body_as_printed = "THÀNH UỶ SÔNG LAM";  // As in a letterhead.
    CHECK(citation_of(document) == whole);
    document.issuing_body_as_printed = "BAN DÂN VẬN";
    CHECK(has(citation_of(document), "của BAN DÂN VẬN"));
    document.issuing_body_as_printed = "Thành ủy Sông Lam";
    document.number.reset();
    document.issue_date = PartialDate{day("2022-07-01"), DatePrecision::month};
    CHECK(citation_of(document) == "Kết luận tháng 07/2022 của Thành ủy Sông Lam");
    document.issue_date = PartialDate{day("2022-01-01"), DatePrecision::year};
    document.issuing_body_as_printed.reset();
    CHECK(citation_of(document) == "Kết luận năm 2022");
    document.issue_date.reset();
    document.document_type = "decision";
    document.number = "757";
    document.symbol = "QĐ-UBND";
    CHECK(citation_of(document) == "Quyết định số 757/QĐ-UBND");
    document.symbol.reset();
    CHECK(citation_of(document) == "Quyết định số 757");
}

TEST_CASE("docx: the text is the expected one") {
    const auto now = printed(sample());
    CHECK(now == expected("progress.docx.txt", now));
}

TEST_CASE("docx: the layout of a Party paper") {
    const auto text = printed(sample());
    CHECK(has(text, "TỈNH ỦY VÂN SƠN\nTHÀNH ỦY SÔNG LAM\n*\tĐẢNG CỘNG SẢN VIỆT NAM"));
    CHECK(has(text, "Số      -BC/\t…………, ngày 17 tháng 3 năm 2026"));
    CHECK(has(text,
              "BÁO CÁO\ntiến độ thực hiện Kết luận số 45-KL/TU ngày 05/01/2026 của Thành ủy Sông "
              "Lam\nvề củng cố tổ chức hội quần chúng\n-----\n"));
    CHECK(has(text,
              "Nơi nhận:\n- Tỉnh ủy Vân Sơn (b/c),\n- Các cơ quan, đơn vị chủ trì,\n"
              "- Lưu Thành ủy Sông Lam."));
    for (const char* heading :
         {"I- TÌNH HÌNH CHUNG", "II- KẾT QUẢ THEO", "III- CHI TIẾT", "IV- VIỆC CẦN"}) {
        CHECK(has(text, heading));
    }
    CHECK_FALSE(has(text, "./."));
    CHECK_FALSE(has(text, "Số:"));
    CHECK(has(text, "Theo dõi <A&B>, đôn đốc"));
}

TEST_CASE("docx: nobody reports to itself; a body below reports to who gave the tasks") {
    auto report = sample();
    report.above.reset();
    CHECK_FALSE(has(printed(report), "(b/c)"));
    report.reporting = body("b", "Hội Người mù thành phố");
    report.above = body("m", "Ủy ban MTTQ thành phố");
    CHECK(has(printed(report),
              "- Ủy ban MTTQ thành phố (b/c),\n- Thành ủy Sông Lam (b/c),\n- Các cơ quan"));
}

TEST_CASE("docx: a document of which nothing was due, and one without tasks") {
    auto report = sample();
    report.on_time = {0, 0};
    CHECK(has(printed(report), "chưa tính tỷ lệ"));
    report.tasks.clear();
    report.by_organisation.clear();
    report.totals = figures({});
    const auto text = printed(report);
    CHECK(has(text, "Đã hoàn thành 0/0 việc."));
    CHECK(has(text, "1. Việc quá hạn\nKhông có."));
}

TEST_CASE("xlsx: read back with real dates and whole numbers; the sums agree") {
    const auto report = sample();
    const auto sheets = office::read_xlsx(office::write_xlsx(xlsx_of(report)));
    REQUIRE(sheets.size() == 3);
    CHECK(sheets[0].name == "Tổng hợp");
    const auto& total = sheets[0].rows.back();
    CHECK(std::get<std::string>(total.at(0)) == "Tổng số");
    CHECK(std::get<std::int64_t>(total.at(1)) == 5);

    const auto& bodies = sheets[1].rows;
    const auto sum_at = [&](std::size_t column) {
        std::int64_t sum = 0;
        for (std::size_t i = bodies.size() - 4; i < bodies.size() - 1; ++i) {
            sum += std::get<std::int64_t>(bodies.at(i).at(column));
        }
        return sum;
    };
    for (std::size_t column = 1; column <= 12; ++column) {
        CHECK(std::get<std::int64_t>(bodies.back().at(column)) == sum_at(column));
    }

    const auto& rows = sheets[2].rows;
    const auto& late = rows.at(rows.size() - 5);
    CHECK(std::get<std::int64_t>(late.at(0)) == 1);
    CHECK(std::get<std::string>(late.at(3)) == "UBND thành phố Sông Lam");
    CHECK(std::get<std::string>(late.at(4)) == "Ban Dân vận Thành ủy");
    CHECK(std::get<Date>(late.at(5)) == day("2026-03-10"));
    CHECK(std::get<std::string>(late.at(8)) == "Chưa hoàn thành, quá hạn");
    CHECK(std::get<std::int64_t>(late.at(9)) == 6);
    CHECK(std::get<Date>(rows.at(rows.size() - 4).at(7)) == day("2026-03-12"));
    CHECK(std::holds_alternative<std::monostate>(rows.back().at(5)));
    CHECK(std::get<std::string>(rows.back().at(6)) == "Thường xuyên");
}

TEST_CASE("the same report gives the same bytes") {
    CHECK(office::write_docx(docx_of(sample())) == office::write_docx(docx_of(sample())));
    const auto book = [] {
        return office::write_xlsx(xlsx_of(sample()), {"Báo cáo", "Thành ủy", sample().made_at});
    };
    CHECK(book() == book());
}

TEST_CASE("pdf: what LibreOffice makes of it holds the figures and the tasks") {
    if (!extract::has_libreoffice() || !extract::has_program("pdftotext")) {
        MESSAGE("LibreOffice or pdftotext is not installed: left out");
        return;
    }
    const auto pdf = extract::docx_to_pdf(office::write_docx(docx_of(sample())));
    CHECK(pdf.substr(0, 5) == "%PDF-");
    const auto text = extract::run("pdftotext", {"-layout", "-", "-"}, pdf).out;
    CHECK(has(text, "ĐẢNG CỘNG SẢN VIỆT NAM"));
    CHECK(has(text, "BÁO CÁO"));
    CHECK(has(text, "UBND thành phố Sông Lam"));
    CHECK(has(text, "50%"));
    // Neither a date nor a short header breaks within its cell.
    CHECK(has(text, "10/03/2026"));
    CHECK(has(text, "STT"));
}

}  // namespace hoiquan::reports
