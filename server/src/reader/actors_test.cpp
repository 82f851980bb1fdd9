#include "reader/actors.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace hoiquan::reader;

namespace {

std::string joined(const Text& text, const std::vector<Span>& names) {
    std::string all;
    for (const Span name : names) {
        all += (all.empty() ? "" : " | ") + text.one_line(name);
    }
    return all;
}

std::string lead(std::string_view sentence) {
    const Text text(hoiquan::to_code_points(sentence));
    const auto actor = actor_of(text, text.all());
    return actor ? joined(text, actor->names) : "none";
}

std::string with(std::string_view sentence) {
    const Text text(hoiquan::to_code_points(sentence));
    return joined(text, cooperating_in(text, text.all()));
}

std::string told(std::string_view sentence) {
    const Text text(hoiquan::to_code_points(sentence));
    const auto name = report_to_in(text, text.all());
    return name ? text.one_line(*name) : "none";
}

}  // namespace

TEST_CASE("actor_of: the name ends where the verb begins") {
    CHECK(lead("Sở Nội vụ hướng dẫn các hội.") == "Sở Nội vụ");
    CHECK(lead("Ban Tổ chức Tỉnh ủy tham mưu sắp xếp.") == "Ban Tổ chức Tỉnh ủy");
    CHECK(lead("Cục Quản lý xây dựng công trình thủy lợi chủ trì rà soát.") ==
          "Cục Quản lý xây dựng công trình thủy lợi");
    CHECK(lead("Các cấp chính quyền tăng cường quản lý.") == "Các cấp chính quyền");
    CHECK(lead("Giao Công an tỉnh điều tra, xử lý.") == "Công an tỉnh");
}

TEST_CASE("actor_of: verbs that no list holds") {
    CHECK(lead("Sở Nông nghiệp và Môi trường quan trắc chất lượng nước.") ==
          "Sở Nông nghiệp và Môi trường");
    CHECK(lead("Ủy ban nhân dân các xã, phường truy thu tiền thuê đất.") ==
          "Ủy ban nhân dân các xã, phường");
    CHECK(lead("Các cơ quan liên quan trám lấp giếng hỏng.") == "Các cơ quan liên quan");
}

TEST_CASE("actor_of: clauses inside of a name") {
    CHECK(lead("Các hội được kiểm tra chuẩn bị hồ sơ theo đề cương; nộp đúng hạn.") ==
          "Các hội được kiểm tra");
    CHECK(lead("Các hội có phạm vi hoạt động trong tỉnh hoàn thiện báo cáo.") ==
          "Các hội có phạm vi hoạt động trong tỉnh");
    CHECK(lead("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã là cơ quan đầu mối, đôn đốc.") ==
          "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã");
}

TEST_CASE("actor_of: nobody acts") {
    CHECK(lead("Lãnh đạo, chỉ đạo các chi hội kiểm điểm.") == "none");
    CHECK(lead("Tổ chức hội nghị tổng kết.") == "none");
    CHECK(lead("Các hội đã có nhiều cố gắng.") == "none");
}

TEST_CASE("cooperating_in: who helps") {
    CHECK(
        with(
            "Chủ trì, phối hợp với Sở Tài chính, Sở Tư pháp và các cơ quan liên quan thẩm định.") ==
        "Sở Tài chính | Sở Tư pháp | các cơ quan liên quan");
    CHECK(with("Phối hợp với các địa phương sơ tán dân.") == "các địa phương");
    CHECK(with("Phối hợp với Ngân hàng Chính sách xã hội cho vay.") ==
          "Ngân hàng Chính sách xã hội");
}

TEST_CASE("report_to_in: who is told") {
    CHECK(told("Tổng hợp, báo cáo Ban Thường vụ Tỉnh ủy trước ngày 25/12/2026.") ==
          "Ban Thường vụ Tỉnh ủy");
    CHECK(told("Thống kê số hội, gửi về Sở Nội vụ trước ngày 25/11/2025.") == "Sở Nội vụ");
    CHECK(told("Báo cáo cấp có thẩm quyền xem xét.") == "none");
}
