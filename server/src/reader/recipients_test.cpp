#include <doctest/doctest.h>

#include "reader/reader.h"

namespace reader = hoiquan::reader;

namespace {

std::string recipients(const std::string& closing) {
    const auto draft = reader::read_text(
        "THÔNG BÁO\nvề lịch họp\n\nVăn phòng thông báo như sau:\n\n1. Sở Nội vụ rà soát hội.\n\n" +
        closing);
    std::string all;
    for (const auto& one : draft.recipients) {
        all += one.text + " <" + one.purpose.value_or("-") + ">\n";
    }
    return all;
}

}  // namespace

TEST_CASE("recipients: items with dashes and their purposes") {
    CHECK(recipients("Nơi nhận:\n- Ban Thường vụ (b/c),\n- Sở Tài chính (để p/h);\n"
                     "- Lãnh đạo Sở (để chỉ đạo);\n- Như trên;\n- Lưu: VT.\n") ==
          "Ban Thường vụ (b/c) <report>\nSở Tài chính (để p/h) <coordinate>\n"
          "Lãnh đạo Sở (để chỉ đạo) <direct>\nNhư trên <->\nLưu: VT <archive>\n");
}

TEST_CASE("recipients: a broken item is one, also if it goes on in capitals") {
    CHECK(recipients("Nơi nhận:\n- Văn phòng: các Vụ: KTTH,\nCN, QHĐP;\n- Lưu: VT, NN (3).\n\n"
                     "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nTrần Thị Ba\n") ==
          "Văn phòng: các Vụ: KTTH, CN, QHĐP <->\nLưu: VT, NN (3) <archive>\n");
}

TEST_CASE("recipients: the signature stands in the right column") {
    CHECK(recipients("Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n"
                     "- Như trên;                             CHỦ TỊCH\n- Lưu: VT.\n\n"
                     "                                     Trần Thị Ba\n") ==
          "Như trên <->\nLưu: VT <archive>\n");
}

TEST_CASE("recipients: whom a letter addresses") {
    const auto draft = reader::read_text(
        "SỞ NỘI VỤ\nSố: 5/SNV-TC\nV/v thống kê hội\n\nKính gửi:\n- Các sở, ngành;\n"
        "- Ủy ban nhân dân các xã.\n\nSở Nội vụ đề nghị các cơ quan thống kê hội.\n");
    REQUIRE(draft.recipients.size() == 2);
    CHECK(draft.recipients[1].text == "Ủy ban nhân dân các xã");
    CHECK(draft.recipients[1].purpose == "addressee");
}
