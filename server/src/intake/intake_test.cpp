// One paper of our own in each form in which an office receives it: the tasks stay the same.

#include "intake/intake.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.h"
#include "office/office.h"
#include "platform/extract/extract.h"

namespace hoiquan::intake {

namespace {

constexpr double kAlike = 0.98;

std::string paper_docx() {
    office::DocxDocument paper;
    paper.upper_organisation = "ĐẢNG BỘ TỈNH SÔNG LAM";
    paper.issuer = "THÀNH ỦY BẾN ĐÁ";
    paper.number = "Số 41-KL/TU";
    paper.place_and_date = "Bến Đá, ngày 15 tháng 9 năm 2025";
    paper.type = "KẾT LUẬN";
    paper.subject = "về việc tiếp tục đổi mới công tác hội quần chúng";
    for (const char* text :
         {"Sau khi nghe Ban Dân vận Thành ủy báo cáo, Ban Thường vụ Thành ủy kết luận như sau:",
          "1. Ủy ban nhân dân thành phố chủ trì, phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam "
          "thành phố rà soát trụ sở, trang thiết bị của các hội, hoàn thành trước ngày "
          "30/11/2025.",
          "2. Ban Tổ chức Thành ủy hướng dẫn việc bố trí cán bộ làm công tác hội, báo cáo Ban "
          "Thường vụ Thành ủy trong tháng 12/2025.",
          "3. Hội Chữ thập đỏ thành phố xây dựng chương trình hoạt động nhân đạo năm 2026, gửi "
          "Văn phòng Thành ủy trước ngày 20/12/2025.",
          "4. Đảng ủy các phường, xã lãnh đạo kiện toàn tổ chức hội ở cơ sở, hằng quý báo cáo kết "
          "quả về Ban Dân vận Thành ủy."}) {
        paper.body.emplace_back(office::paragraph(text));
    }
    return office::write_docx(paper);
}

bool has_programs() {
    for (const char* program : {"soffice", "pdftotext", "pdftoppm", "gm", "tesseract"}) {
        if (!extract::has_program(program)) {
            MESSAGE("skipped: no " << program);
            return false;
        }
    }
    return true;
}

/// 1 minus the edit distance in parts of the longer text.
double alike(const std::string& left, const std::string& right) {
    const auto a = to_code_points(left);
    const auto b = to_code_points(right);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = i;
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = corner + (a[i] == b[j] ? 0 : 1);
            corner = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    const auto longer = static_cast<double>(std::max({a.size(), b.size(), std::size_t{1}}));
    return 1.0 - static_cast<double>(row.back()) / longer;
}

std::string run(const std::string& program,
                const std::vector<std::string>& args,
                std::string_view input) {
    const auto outcome = extract::run(program, args, input);
    REQUIRE(outcome.status == extract::Status::ok);
    return outcome.out;
}

/// Gaussian noise over every point of a PGM.
std::string noisy(std::string pgm, double deviation) {
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0.0, deviation);
    std::size_t at = 0;
    for (int line = 0; line < 3; ++line) {
        at = pgm.find('\n', at) + 1;
    }
    for (; at < pgm.size(); ++at) {
        const double value = static_cast<unsigned char>(pgm[at]) + noise(random);
        pgm[at] = static_cast<char>(std::lround(std::clamp(value, 0.0, 255.0)));
    }
    return pgm;
}

/// 200 dpi, rotated 0.8°, Gaussian noise, blurred, JPEG of quality 35.
std::string damaged_scan(const std::string& pdf) {
    const auto page = run("pdftoppm", {"-r", "200", "-gray", "-singlefile", "-"}, pdf);
    const auto askew = run("gm",
                           {"convert",
                            "pgm:-",
                            "-background",
                            "white",
                            "-rotate",
                            "0.8",
                            "-colorspace",
                            "GRAY",
                            "-depth",
                            "8",
                            "pgm:-"},
                           page);
    return run("gm",
               {"convert", "pgm:-", "-blur", "0x0.6", "-quality", "35", "jpeg:-"},
               noisy(askew, 12.0));
}

void check_same(const reader::Draft& original, const Reading& reading, double least) {
    CHECK(reading.draft.problems.empty());
    REQUIRE(reading.draft.tasks.size() == original.tasks.size());
    for (std::size_t i = 0; i < original.tasks.size(); ++i) {
        CHECK(alike(original.tasks[i].text, reading.draft.tasks[i].text) >= least);
    }
}

std::string problem_of(std::string_view bytes, std::string_view name) {
    const auto reading = read(bytes, name);
    return reading.draft.problems.empty() ? "" : reading.draft.problems.front().key;
}

}  // namespace

TEST_CASE("a paper as DOC, PDF and scan gives the tasks of its DOCX") {
    if (!has_programs()) {
        return;
    }
    const auto docx = paper_docx();
    const auto original = read(docx, "ket-luan.docx").draft;
    REQUIRE(original.tasks.size() == 4);
    const auto pdf = extract::docx_to_pdf(docx);
    SUBCASE("DOC") {
        extract::Command command;
        command.program = "soffice";
        command.args = {"--headless", "--convert-to", "doc:MS Word 97", "paper.docx"};
        command.files = {{"paper.docx", docx}};
        command.collect = {"paper.doc"};
        const auto doc = extract::run(command,
                                      {.cpu_seconds = 60,
                                       .wall_seconds = 60,
                                       .memory_bytes = std::uint64_t{6} << 30,
                                       .processes = 256});
        REQUIRE(doc.status == extract::Status::ok);
        check_same(original, read(doc.files.front(), "ket-luan.doc"), 1.0);
    }
    SUBCASE("PDF") {
        const auto reading = read(pdf, "ket-luan.pdf");
        check_same(original, reading, 1.0);
        CHECK_FALSE(reading.recognised);
        CHECK_FALSE(is_slow(pdf));
    }
    SUBCASE("scan of 300 dpi") {
        const auto page = run("pdftoppm", {"-r", "300", "-gray", "-singlefile", "-"}, pdf);
        const auto png = run("gm", {"convert", "pgm:-", "png:-"}, page);
        const auto reading = read(png, "ket-luan.png");
        check_same(original, reading, kAlike);
        CHECK(reading.recognised);
        CHECK(reading.pages.size() == 1);
        CHECK_FALSE(reading.words.empty());
    }
    SUBCASE("damaged scan of 200 dpi") {
        check_same(original, read(damaged_scan(pdf), "ket-luan.jpg"), kAlike);
    }
    SUBCASE("stopped before the first page") {
        const auto page = run("pdftoppm", {"-r", "100", "-gray", "-singlefile", "-"}, pdf);
        Options options;
        options.on_page = [](std::size_t, std::size_t) { return false; };
        const auto reading =
            read(run("gm", {"convert", "pgm:-", "png:-"}, page), "ket-luan.png", options);
        REQUIRE(reading.draft.problems.size() == 1);
        CHECK(reading.draft.problems.front().key == "intake.stopped");
    }
}

TEST_CASE("files that cannot be read say so and are never read as text") {
    CHECK(problem_of("\x89PNG\r\n\x1a\n" + std::string(200, '\x07'), "anh.png") ==
          "intake.image_broken");
    CHECK(problem_of("%PDF-1.7\nkhông phải PDF", "hong.pdf") == "intake.pdf_broken");
    CHECK(problem_of(std::string("\x7f"
                                 "ELF\x02\x01\x01") +
                         std::string(500, '\0'),
                     "chuong-trinh.bin") == "reader.format_unknown");
    CHECK(read("Kính gửi: Ủy ban nhân dân xã Bến Đá", "thu.txt").draft.problems.empty());
}

TEST_CASE("a claim of a hundred thousand pages costs nothing") {
    std::string pdf =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Count 100000/Kids[3 0 R]>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n";
    if (extract::has_program("pdfinfo")) {
        // Whether the program counts the pages or believes the claim, the file is refused.
        const auto problem = problem_of(pdf, "to.pdf");
        CHECK((problem == "intake.too_many_pages" || problem == "intake.pdf_broken"));
    }
}

}  // namespace hoiquan::intake
