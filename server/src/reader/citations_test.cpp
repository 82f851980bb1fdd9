#include "reader/citations.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace hoiquan::reader;

namespace {

std::vector<Citation> citations(std::string_view utf8, std::string_view own = "") {
    const Text text(hoiquan::to_code_points(utf8));
    std::vector<Citation> all;
    for (const auto& found : read_citations(text, text.all(), own)) {
        all.push_back(found.citation);
    }
    return all;
}

}  // namespace

TEST_CASE("citations: kind, number, date and issuer") {
    const auto found = citations(
        "Thực hiện Chỉ thị số 17-CT/TW, ngày 28/8/2012 của Ban Bí thư về hội quần chúng.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "Chỉ thị số 17-CT/TW, ngày 28/8/2012 của Ban Bí thư");
    CHECK(found[0].type == "directive");
    CHECK(found[0].number_symbol == "17-CT/TW");
    CHECK(found[0].date == "2012-08-28");
    CHECK(found[0].issuer == "Ban Bí thư");
}

TEST_CASE("citations: each document once, its own number never") {
    const auto found = citations(
        "Quyết định số 5/QĐ-UBND thay thế Quyết định số 4/QĐ-UBND; Quyết định số 4/QĐ-UBND hết "
        "hiệu lực.",
        "5/QĐ-UBND");
    REQUIRE(found.size() == 1);
    CHECK(found[0].number_symbol == "4/QĐ-UBND");
}

TEST_CASE("citations: the head of a list tells kind and issuer") {
    const auto found = citations(
        "Các Nghị định của Chính phủ: số 126/2024/NĐ-CP ngày 08/10/2024; số 45/2025/NĐ-CP.");
    REQUIRE(found.size() == 2);
    CHECK(found[1].type == "decree");
    CHECK(found[1].issuer == "Chính phủ");
}

TEST_CASE("citations: who spoke in the document") {
    const auto found = citations(
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 98/TTr-SNV ngày 25 tháng 11 năm "
        "2025.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].type == "proposal");
    CHECK(found[0].issuer == "Giám đốc Sở Nội vụ");
}

TEST_CASE("citations: dates, sums and fractions are none") {
    CHECK(citations("Ngày 28/8/2012, giao 10/12 hội; 30 triệu đồng/hộ; giai đoạn 2021-2025.")
              .empty());
}
