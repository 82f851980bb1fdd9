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
