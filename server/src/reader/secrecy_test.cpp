#include <string>

#include <doctest/doctest.h>

#include "reader/reader.h"

using hoiquan::reader::find_secrecy_mark;
using hoiquan::reader::Secrecy;

TEST_CASE("secrecy: marks in every spelling") {
    CHECK(find_secrecy_mark("MẬT\nTHÀNH ỦY") == Secrecy::secret);
    CHECK(find_secrecy_mark("THÀNH ỦY\nTỐI MẬT\nSố 1-KL/TU") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("TUYỆT  MẬT\nTHÀNH ỦY") == Secrecy::absolute_secret);
    CHECK(find_secrecy_mark("T Ố I   M Ậ T\nTHÀNH ỦY") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("TOI MAT\nTHÀNH ỦY") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("[ MẬT ]\nTHÀNH ỦY") == Secrecy::secret);
    CHECK(find_secrecy_mark("Độ mật: Tối mật\nTHÀNH ỦY") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("THÀNH ỦY MINH HÀ          MẬT\nSố 1-KL/TU") == Secrecy::secret);
}

TEST_CASE("secrecy: a decomposed mark is found by the reader") {
    const auto draft = hoiquan::reader::read_text("M\xC3\xA2\xCC\xA3T\nTHÀNH ỦY\n");
    CHECK(draft.secrecy == Secrecy::secret);
}

TEST_CASE("secrecy: words of the body are no mark") {
    CHECK_FALSE(find_secrecy_mark("Tăng cường bảo vệ bí mật nhà nước."));
    CHECK_FALSE(find_secrecy_mark("MẶT TRẬN TỔ QUỐC VIỆT NAM\nMật độ dân số cao"));
    CHECK_FALSE(find_secrecy_mark("Giữ bí mật\nMặt khác, các hội cần chủ động."));
}

TEST_CASE("secrecy: what OCR makes of a stamp") {
    CHECK(find_secrecy_mark("M Ậ T\nTHÀNH ỦY") == Secrecy::secret);
    CHECK(find_secrecy_mark("TỐl MẬT\nTHÀNH ỦY") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("T0I MAT\nTHÀNH ỦY") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("TUYÊT MẬT\nTHÀNH ỦY") == Secrecy::absolute_secret);
    CHECK(find_secrecy_mark("TUVỆT MẬT\nTHÀNH ỦY") == Secrecy::absolute_secret);
    CHECK(find_secrecy_mark("TUYỆTMẬT\nTHÀNH ỦY") == Secrecy::absolute_secret);
    CHECK(find_secrecy_mark("TUYỆT MÂT\nTHÀNH ỦY") == Secrecy::absolute_secret);
    CHECK(find_secrecy_mark("TUYỆT MẬ\nTHÀNH ỦY") == Secrecy::absolute_secret);
    CHECK(find_secrecy_mark("TỐI RNẬT\nTHÀNH ỦY") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("MẶT\nTHÀNH ỦY") == Secrecy::secret);
    CHECK(find_secrecy_mark("* M.Ậ.T *\nTHÀNH ỦY") == Secrecy::secret);
}

TEST_CASE("secrecy: a stamp on a line of the letterhead") {
    CHECK(find_secrecy_mark("MẬT ĐẢNG CỘNG SẢN VIỆT NAM\nTỈNH ỦY") == Secrecy::secret);
    CHECK(find_secrecy_mark("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM TỐI MẬT\nUBND TỈNH") ==
          Secrecy::top_secret);
    CHECK(find_secrecy_mark("TỈNH ỦY\nSố 12-BC/TU (T U Y Ệ T M Ậ T)") == Secrecy::absolute_secret);
    CHECK(find_secrecy_mark("TỈNH ỦY\nSố: 12-BC/TU MẬT") == Secrecy::secret);
    CHECK(find_secrecy_mark("TỈNH ỦY | TỐI MẬT\nSố 12-BC/TU") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("Dấu chỉ độ mật: Mật\nTỈNH ỦY") == Secrecy::secret);
}

TEST_CASE("secrecy: papers about secrets, and other words, are no mark") {
    CHECK_FALSE(find_secrecy_mark(
        "QUYẾT ĐỊNH\nBAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT, TỐI MẬT THUỘC NGÀNH CÔNG AN"));
    CHECK_FALSE(find_secrecy_mark("V/v bảo vệ BÍ MẬT nhà nước, số hóa tài liệu"));
    CHECK_FALSE(find_secrecy_mark("BỘ CÔNG AN\nCỤC QUẢN LÝ KỸ THUẬT NGHIỆP VỤ MẬT MÃ"));
    CHECK_FALSE(find_secrecy_mark("HỘI NGƯỜI MÙ\nTOÀN ĐẢNG CHUNG MỘT TỔ\nMỘT\nMỤC"));
    CHECK_FALSE(find_secrecy_mark("Thành viên Tổ mật mã\nMật độ: 12 người/km2"));
    std::string table = "a\n";
    for (int i = 0; i < 20; ++i) {
        table += "dòng\n";
    }
    CHECK_FALSE(find_secrecy_mark(table + "RĂNG\tMẮT\tTAI MŨI HỌNG"));
    CHECK(find_secrecy_mark(table + table + "MẬT") == Secrecy::secret);
}
