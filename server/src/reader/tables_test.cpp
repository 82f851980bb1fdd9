#include "reader/tables.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace hoiquan::reader;

namespace {

struct Read {
    Text text;
    TableTasks tables;
};

Read read(std::string_view utf8) {
    Read out{Text(hoiquan::to_code_points(utf8)), {}};
    out.tables = read_tables(out.text, lines_of(out.text, out.text.all()));
    return out;
}

}  // namespace

TEST_CASE("tables: a cell on each line") {
    const auto all = read(
        "STT\nNội dung\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\n"
        "1\nTuyên truyền pháp luật về hội\nPhòng Nội vụ\nCác hội\nTháng 4/2026\n"
        "2\nRà soát điều lệ các hội,\nđề nghị sửa đổi\nCác hội\nPhòng Nội vụ\nQuý II/2026\n");
    REQUIRE(all.tables.tasks.size() == 2);
    const FoundTask& second = all.tables.tasks[1];
    CHECK(all.text.one_line(second.span).starts_with("Rà soát điều lệ các hội, đề nghị sửa đổi"));
    REQUIRE(second.lead.size() == 1);
    CHECK(all.text.utf8(second.lead[0]) == "Các hội");
    REQUIRE(second.deadline);
    CHECK(second.deadline->date->iso() == "2026-06-30");
    CHECK(all.tables.rest.empty());
}

TEST_CASE("tables: cells apart by tabs, one of them empty") {
    const auto all = read(
        "TT\tCông việc\tChủ trì\tPhối hợp\tThời hạn\n"
        "1\tKiểm kê tài sản\tVăn phòng\t\t30/6/2026\n"
        "2\tBáo cáo quỹ\tKế toán\tVăn phòng\tHằng quý\nSau bảng.\n");
    REQUIRE(all.tables.tasks.size() == 2);
    CHECK(all.tables.tasks[0].cooperating.empty());
    CHECK(all.tables.tasks[0].deadline->date->iso() == "2026-06-30");
    CHECK(all.tables.tasks[1].recurrence->value == "quarterly");
}

TEST_CASE("tables: a table that tells nobody to act gives no task") {
    const auto all = read("STT\nHọ và tên\nChức vụ\n1\nNguyễn Văn An\nTổ trưởng\n");
    CHECK(all.tables.tasks.empty());
}

TEST_CASE("tables: without a header there is no table") {
    const auto all = read("1. Sở Nội vụ hướng dẫn.\n2. Sở Tài chính bố trí kinh phí.\n");
    CHECK(all.tables.tasks.empty());
    CHECK(all.tables.rest.size() == 2);
}
