#include "reader/layout.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace hoiquan::reader;

namespace {

Text text_of(std::string_view utf8) {
    return Text(hoiquan::to_code_points(utf8));
}

std::vector<std::string> blocks_in(const Text& text) {
    std::vector<std::string> all;
    for (const Block& block : blocks_of(text, lines_of(text, text.all()))) {
        all.push_back(text.one_line(block.span));
    }
    return all;
}

std::string label_in(std::string_view line) {
    const Text text = text_of(line);
    return marker_at(text, text.all()).label;
}

Mark mark_in(std::string_view line) {
    const Text text = text_of(line);
    return marker_at(text, text.all()).mark;
}

}  // namespace

TEST_CASE("marker_at: every kind of item") {
    CHECK(mark_in("Điều 12. Hiệu lực") == Mark::article);
    CHECK(mark_in("Phần thứ hai") == Mark::part);
    CHECK(mark_in("Chương IV") == Mark::part);
    CHECK(mark_in("IV- TỔ CHỨC THỰC HIỆN") == Mark::roman);
    CHECK(mark_in("A. Kết quả") == Mark::capital);
    CHECK(mark_in("2. Sở Nội vụ") == Mark::number);
    CHECK(mark_in("2.1. Sở Nội vụ") == Mark::decimal);
    CHECK(mark_in("đ) Rà soát") == Mark::letter);
    CHECK(mark_in("- Rà soát") == Mark::dash);
    CHECK(mark_in("+ Rà soát") == Mark::plus);
    CHECK(mark_in("(3) Rà soát") == Mark::bracket);
    CHECK(label_in("IV- TỔ CHỨC") == "IV");
    CHECK(label_in("3.2. Rà soát") == "3.2");
}

TEST_CASE("marker_at: numbers in a sentence are no items") {
    CHECK(mark_in("10.000 đồng mỗi suất") == Mark::none);
    CHECK(mark_in("2025 là năm bản lề") == Mark::none);
    CHECK(mark_in("Phần lớn các hội đã tự chủ") == Mark::none);
    CHECK(mark_in("Điều kiện làm việc") == Mark::none);
}

TEST_CASE("blocks_of: lines broken inside of sentences are joined") {
    const Text text = text_of(
        "1. Ủy ban nhân dân thành phố chỉ đạo các phòng chuyên môn rà\n"
        "soát trụ sở của các hội, bố trí nơi làm việc ổn định và báo\n"
        "cáo kết quả về Ban Thường vụ trong tháng sau theo\n"
        "quy định hiện hành.\n"
        "2. Hội Chữ thập đỏ thành phố kiện toàn tổ chức, vận động hội\n"
        "viên đóng góp quỹ nhân đạo.\n");
    const auto blocks = blocks_in(text);
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].ends_with("quy định hiện hành."));
    CHECK(blocks[1].starts_with("2. Hội Chữ thập đỏ"));
}

TEST_CASE("blocks_of: one line for each paragraph stays as it is") {
    const Text text = text_of("Căn cứ Điều lệ;\nXét đề nghị của Văn phòng,\nĐảng ủy quyết định:\n");
    CHECK(blocks_in(text).size() == 3);
}

TEST_CASE("blocks_of: the title of a chapter goes with its number") {
    const Text text = text_of("Chương II\nTRÁCH NHIỆM CỦA CÁC BÊN\n\nĐiều 3. Trách nhiệm chung\n");
    const auto blocks = blocks_in(text);
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0] == "Chương II TRÁCH NHIỆM CỦA CÁC BÊN");
}
