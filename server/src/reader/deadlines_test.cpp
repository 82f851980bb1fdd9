#include "reader/deadlines.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace hoiquan::reader;

namespace {

std::string deadline(std::string_view sentence,
                     std::optional<hoiquan::Date> issued = std::nullopt) {
    const Text text(hoiquan::to_code_points(sentence));
    const auto found = deadline_in(text, text.all(), issued);
    return found ? text.one_line(found->phrase) + " = " + (found->date ? found->date->iso() : "-")
                 : "none";
}

std::string label(std::string_view value) {
    const Text text(hoiquan::to_code_points(value));
    const auto found = deadline_of_label(text, text.all());
    return found && found->date ? found->date->iso() : "-";
}

std::string recurrence(std::string_view sentence) {
    const Text text(hoiquan::to_code_points(sentence));
    const auto found = recurrence_in(text, text.all());
    if (!found) {
        return "none";
    }
    return found->phrase ? found->value + ", " + text.one_line(*found->phrase) : found->value;
}

}  // namespace

TEST_CASE("deadline_in: days, months, quarters, years") {
    CHECK(deadline("Báo cáo trước ngày 15/12/2025.") == "trước ngày 15/12/2025 = 2025-12-15");
    CHECK(deadline("Hoàn thành trong tháng 2/2028.") == "trong tháng 2/2028 = 2028-02-29");
    CHECK(deadline("Ban hành trong Quý III năm 2026.") == "trong Quý III năm 2026 = 2026-09-30");
    CHECK(deadline("Trình ban hành trong năm 2027.") == "trong năm 2027 = 2027-12-31");
    CHECK(deadline("Xong chậm nhất ngày 30 tháng 4 năm 2026.") ==
          "chậm nhất ngày 30 tháng 4 năm 2026 = 2026-04-30");
}

TEST_CASE("deadline_in: hours, ranges and counted days") {
    CHECK(deadline("Gửi về Văn phòng trước 17 giờ 00 phút ngày 09/10/2025.") ==
          "trước 17 giờ 00 phút ngày 09/10/2025 = 2025-10-09");
    CHECK(deadline("Tổ chức Tuần lễ từ ngày 01/3 đến ngày 08/3/2026.") ==
          "từ ngày 01/3 đến ngày 08/3/2026 = 2026-03-08");
    CHECK(deadline("Chuyển đơn trong 05 ngày làm việc.") == "trong 05 ngày làm việc = -");
}

TEST_CASE("deadline_in: dates of the background are none") {
    CHECK(deadline("Thực hiện Nghị quyết số 05-NQ/TU, ngày 12/11/2021 của Tỉnh ủy.") == "none");
    CHECK(deadline("Số liệu tính từ ngày 01/01/2025 đến ngày 30/6/2025.") == "none");
    CHECK(deadline("Hoàn thành trước ngày 01/01/2020.", hoiquan::Date::of(2026, 1, 1)) == "none");
}

TEST_CASE("deadline_of_label: the last of several dates, none for open phrases") {
    CHECK(label("Quý II, Quý III năm 2026") == "2026-09-30");
    CHECK(label("Năm 2026 và các năm tiếp theo") == "-");
    CHECK(label("Theo tiến độ của Trung ương") == "-");
}

TEST_CASE("recurrence_in: what returns and on which day") {
    CHECK(recurrence("Báo cáo kết quả trước ngày 15/12 hằng năm.") ==
          "yearly, trước ngày 15/12 hằng năm");
    CHECK(recurrence("Báo cáo Sở trước ngày 20 hằng tháng.") ==
          "monthly, trước ngày 20 hằng tháng");
    CHECK(recurrence("Hằng năm, tổng hợp, báo cáo trước ngày 10 tháng 12.") ==
          "yearly, trước ngày 10 tháng 12");
    CHECK(recurrence("Báo cáo hằng quý trước ngày 15 của tháng cuối quý.") ==
          "quarterly, trước ngày 15 của tháng cuối quý");
    CHECK(recurrence("Đôn đốc việc thực hiện, định kỳ 6 tháng báo cáo Ban Thường vụ.") ==
          "half-yearly");
    CHECK(recurrence("Định kỳ báo cáo Ban Thường vụ.") == "regular");
}

TEST_CASE("recurrence_in: periods that belong to a thing are none") {
    CHECK(recurrence("Bố trí kinh phí trong dự toán ngân sách hằng năm.") == "none");
    CHECK(recurrence("Đưa vào tiêu chí xếp loại hằng năm đối với cán bộ.") == "none");
}
