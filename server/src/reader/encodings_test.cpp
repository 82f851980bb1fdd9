#include "reader/encodings.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "reader/reader.h"

using namespace hoiquan::reader;

namespace {

std::string text_of(std::string_view bytes) {
    return read_text(bytes).text;
}

}  // namespace

TEST_CASE("encodings: TCVN3 as bytes") {
    CHECK(text_of("nh\xA9n d\xA9n th\xF9"
                  "c hi\xD6n quy\xD5t \xAE\xDEnh v\xB5 c\xB8"
                  "c nhi\xD6m v\xF4.") == "nhân dân thực hiện quyết định và các nhiệm vụ.");
}

TEST_CASE("encodings: TCVN3 writes capitals in another font") {
    CHECK(text_of("T\xD8NH \xF1y\nnh\xA9n d\xA9n th\xF9"
                  "c hi\xD6n quy\xD5t \xAE\xDEnh\nQUY\xD5T \xA7\xDENH") ==
          "TỈNH ủy\nnhân dân thực hiện quyết định\nQUYẾT ĐỊNH");
}

TEST_CASE("encodings: TCVN3 that was saved as Latin letters in UTF-8") {
    CHECK(text_of("nh©n d©n tØnh chØ ®¹o c¸c c¬ quan thùc hiÖn.") ==
          "nhân dân tỉnh chỉ đạo các cơ quan thực hiện.");
}

TEST_CASE("encodings: VNI") {
    CHECK(text_of("Uyû ban nhaân daân tænh chæ ñaïo caùc cô quan thöïc hieän.") ==
          "Uỷ ban nhân dân tỉnh chỉ đạo các cơ quan thực hiện.");
}

TEST_CASE("encodings: Windows-1258 with tones of their own") {
    CHECK(text_of("ca\xEC"
                  "c c\xF5 quan th\xFD\xF2"
                  "c hi\xEA\xF2n quy\xEA\xEC"
                  "t \xF0i\xF2nh") == "các cơ quan thực hiện quyết định");
}

TEST_CASE("encodings: Unicode stays as it is") {
    const std::string text = "Ủy ban nhân dân tỉnh chỉ đạo các cơ quan thực hiện.";
    CHECK(text_of(text) == text);
    CHECK(text_of("Café à la carte, señor Müller.") == "Café à la carte, señor Müller.");
}

TEST_CASE("encodings: a few broken bytes are no old encoding") {
    const auto draft = read_text("Ủy ban nhân dân tỉnh chỉ đ\xFF\xFEo các cơ quan thực hiện.");
    CHECK(draft.text.starts_with("Ủy ban nhân dân tỉnh"));
    REQUIRE(draft.problems.size() == 1);
    CHECK(draft.problems[0].key == "reader.broken_bytes");
}
