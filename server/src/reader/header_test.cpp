#include "reader/header.h"

#include <doctest/doctest.h>

#include "reader/reader.h"

namespace reader = hoiquan::reader;

namespace {

constexpr const char* kBody =
    "\nThực hiện chương trình công tác, Văn phòng thông báo như sau:\n\n1. Sở Nội vụ rà soát.\n";

reader::Metadata read(const std::string& header) {
    return reader::read_text(header + kBody).metadata;
}

}  // namespace

TEST_CASE("header: a Party letterhead with a blank number and day") {
    const auto found = read(
        "ĐẢNG BỘ TỈNH AN LẠC\nTHÀNH ỦY MINH HÀ\n*\nSố      -KL/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        "Minh Hà, ngày      tháng 7 năm 2026\n\nKẾT LUẬN\nvề tổ chức hội\n-----\n");
    CHECK(found.parent_body == "ĐẢNG BỘ TỈNH AN LẠC");
    CHECK(found.issuing_body == "THÀNH ỦY MINH HÀ");
    CHECK_FALSE(found.number);
    CHECK(found.symbol == "KL/TU");
    CHECK(found.date == "2026-07");
    CHECK(found.type == "conclusion");
    CHECK(found.subject == "về tổ chức hội");
}

TEST_CASE("header: two columns on one line") {
    const auto found = read(
        "ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "XÃ TÂN MỸ                        Độc lập - Tự do - Hạnh phúc\n"
        "Số: 48/KH-UBND                 Tân Mỹ, ngày 20 tháng 02 năm 2026\n\n"
        "KẾ HOẠCH\nThực hiện cải cách hành chính năm 2026\n");
    CHECK(found.issuing_body == "ỦY BAN NHÂN DÂN XÃ TÂN MỸ");
    CHECK(found.number == "48");
    CHECK(found.place == "Tân Mỹ");
    CHECK(found.date == "2026-02-20");
    CHECK(found.subject == "Thực hiện cải cách hành chính năm 2026");
}

TEST_CASE("header: an urgency stamp is no part of the issuer") {
    const auto found = read(
        "ỦY BAN NHÂN DÂN\nTỈNH HẢI SƠN\n-------\nHỎA TỐC\nSố: 12/UBND-NC\nV/v họp khẩn\n\n"
        "Hải Sơn, ngày 02 tháng 3 năm 2026\n\nKính gửi: Các sở, ngành.\n");
    CHECK(found.issuing_body == "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN");
    CHECK(found.type == "official_letter");
    CHECK(found.subject == "V/v họp khẩn");
}

TEST_CASE("header: a lost one is made up for by the line of an annex") {
    const auto found = reader::read_text(
                           "QUY CHẾ\nPhối hợp công tác\n(Kèm theo Quyết định số 04-QĐ/ĐU, ngày "
                           "22/01/2026 của Đảng ủy phường Bình Khê)\n\nĐiều 1. Phạm vi\n\n1. Quy "
                           "chế này quy định việc phối hợp.\n")
                           .metadata;
    CHECK(found.number == "04");
    CHECK(found.symbol == "QĐ/ĐU");
    CHECK(found.date == "2026-01-22");
    CHECK(found.issuing_body == "Đảng ủy phường Bình Khê");
    CHECK(found.subject == "Phối hợp công tác");
    CHECK_FALSE(found.place);
}

TEST_CASE("signature: on behalf of whom, in which office, who") {
    const auto found = reader::read_text(std::string("THÔNG BÁO\nvề lịch họp\n") + kBody +
                                         "\nNơi nhận:\n- Như trên,\n- Lưu Văn phòng.\n\n"
                                         "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n"
                                         "NGUYỄN VĂN AN\n")
                           .metadata;
    CHECK(found.signing_authority == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH");
    CHECK(found.signatory_position == "PHÓ CHỦ TỊCH");
    CHECK(found.signatory_name == "NGUYỄN VĂN AN");
}
