#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reader/reader.h"

namespace hoiquan::reader {

namespace {

using Strings = std::vector<std::string>;

constexpr const char* kHead =
    "TỈNH ỦY SÔNG LAM\n*\nSố 12-NQ/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSông Lam, ngày 02 tháng 3 năm "
    "2026\n\nNGHỊ QUYẾT\nvề sắp xếp tổ chức\n\n";

Draft read_body(const std::string& body) {
    return read_text(kHead + body);
}

/// "consolidate: xã A, xã B- > xã C"; a part bears "*".
Strings events_of(const Draft& draft) {
    Strings out;
    for (const auto& event : draft.events) {
        std::string line = event.kind + ":";
        for (const auto& unit : event.from) {
            line += " " + unit.kind + "/" + unit.name + (unit.whole ? "" : "*");
        }
        line += " ->";
        for (const auto& unit : event.into) {
            line += " " + unit.kind + "/" + unit.name;
        }
        out.push_back(line);
    }
    return out;
}

Strings relations_of(const Draft& draft) {
    Strings out;
    for (const auto& relation : draft.relations) {
        out.push_back(
            relation.kind +
            (relation.citation
                 ? " " + draft.citations.at(*relation.citation).number_symbol.value_or("-")
                 : std::string()));
    }
    return out;
}

}  // namespace

TEST_CASE("restructuring: whole and part, several kinds, the result's name and the day") {
    const auto draft = read_body(
        "Điều 1. Sắp xếp các đơn vị hành chính cấp xã của tỉnh Sông Lam\n"
        "1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của các xã Thanh Sơn, Thanh Hà và "
        "thị trấn Cẩm Lĩnh thành xã mới có tên gọi là xã Cẩm Lĩnh.\n"
        "2. Sáp nhập toàn bộ diện tích tự nhiên, quy mô dân số của phường 1, phường 3 và một phần "
        "diện tích tự nhiên, quy mô dân số của xã Tân An thành phường mới có tên gọi là phường "
        "Bến Đò.\n"
        "Điều 2. Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2026.\n");
    CHECK(events_of(draft) ==
          Strings{"consolidate: xã/Thanh Sơn xã/Thanh Hà thị trấn/thị trấn Cẩm Lĩnh -> xã/xã Cẩm "
                  "Lĩnh",
                  "reorganise: phường/phường 1 phường/phường 3 xã/xã Tân An* -> phường/phường Bến "
                  "Đò"});
    REQUIRE(draft.events.size() == 2);
    CHECK(draft.events[0].effective_date == "2026-05-01");
    CHECK(draft.tasks.empty());
}

TEST_CASE("restructuring: absorbing, dividing, ending; bodies as well as units") {
    const auto draft = read_body(
        "Điều 1. Nhập xã Hòa Bình vào xã Hòa Thuận.\n"
        "Điều 2. Hợp nhất Sở Nông nghiệp và Sở Thủy lợi thành Sở Nông nghiệp và Thủy lợi.\n"
        "Điều 3. Giải thể Hội Người làm vườn huyện Sông Con.\n");
    CHECK(events_of(draft) ==
          Strings{"absorb: xã/xã Hòa Bình -> xã/xã Hòa Thuận",
                  "consolidate: body/Sở Nông nghiệp body/Sở Thủy lợi -> body/Sở Nông nghiệp và "
                  "Thủy lợi",
                  "dissolve: body/Hội Người làm vườn huyện Sông Con ->"});
}

TEST_CASE("dissemination: who makes it known to whom; an order to the people is none") {
    const auto draft = read_body(
        "I. NHIỆM VỤ\n1. Ban Tuyên giáo Tỉnh ủy tuyên truyền sâu rộng về biển đảo.\n"
        "Nghị quyết này được phổ biến đến chi bộ để thực hiện.\n");
    REQUIRE(draft.dissemination.size() == 1);
    CHECK(draft.dissemination.front().to == Strings{"chi bộ"});
    CHECK(draft.dissemination.front().by.empty());
}

TEST_CASE("findings: the weaknesses of an assessment, one by one, without causes and orders") {
    const auto draft = read_body(
        "I. ĐÁNH GIÁ TÌNH HÌNH\n1. Các hội đã kiện toàn tổ chức, phát triển hội viên.\n"
        "2. Tuy nhiên, còn một số hạn chế: việc thu hội phí chưa kịp thời; một số hội hoạt động "
        "còn hình thức; trụ sở còn thiếu.\n"
        "Nguyên nhân là do kinh phí khó khăn.\n"
        "II. NHIỆM VỤ\n1. Các hội khắc phục hạn chế trước ngày 30/6/2026.\n");
    Strings found;
    for (const auto& finding : draft.findings) {
        found.push_back(finding.section + " " + finding.text);
    }
    CHECK(found == Strings{"I.2 việc thu hội phí chưa kịp thời",
                           "I.2 một số hội hoạt động còn hình thức",
                           "I.2 trụ sở còn thiếu"});
    CHECK(draft.tasks.size() == 1);
}

TEST_CASE("relations: based on, implements, replaces") {
    const auto draft = read_body(
        "Căn cứ Quy định số 11-QĐi/TU ngày 05/01/2024 của Ban Thường vụ Tỉnh ủy;\n"
        "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, Ban Chấp hành Đảng bộ "
        "quyết nghị:\n"
        "1. Văn phòng Tỉnh ủy theo dõi việc thực hiện.\n"
        "2. Nghị quyết này thay thế Nghị quyết số 03-NQ/TU ngày 10/02/2020 của Tỉnh ủy.\n");
    CHECK(relations_of(draft) ==
          Strings{"based_on 11-QĐi/TU", "implements 05-CT/TW", "replaces 03-NQ/TU"});
}

TEST_CASE("dates: each of the dates of a task, also those that return") {
    const auto draft = read_body(
        "1. Văn phòng Tỉnh ủy báo cáo kết quả trước ngày 15 hằng tháng; hoàn thành đề án trước "
        "ngày 20/6/2026, báo cáo tổng kết trong quý IV năm 2026.\n");
    REQUIRE(draft.dates.size() == 3);
    CHECK(draft.dates[0].date == "2026-12-31");  // The task's own: the last.
    CHECK(draft.dates[1].recurrence == "monthly");
    CHECK(draft.dates[2].date == "2026-06-20");
}

}  // namespace hoiquan::reader
