#include "base/text.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace std::string_literals;

TEST_CASE("utf8: broken sequences are found and replaced") {
    CHECK(hoiquan::is_valid_utf8("Đảng ủy xã"));
    CHECK_FALSE(hoiquan::is_valid_utf8("\xC0\xAF"));
    CHECK_FALSE(hoiquan::is_valid_utf8("\xED\xA0\x80"));
    CHECK_FALSE(hoiquan::is_valid_utf8("\xF4\x90\x80\x80"));
    CHECK(hoiquan::repair_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(hoiquan::repair_utf8("xã\xE1\xBB") == "xã\xEF\xBF\xBD");
    CHECK(hoiquan::is_valid_utf8(hoiquan::repair_utf8("\xE1\x20\xF0\x9F\x98\xC3")));
}

TEST_CASE("utf8: code points there and back") {
    const std::string text = "Tỉnh ủy 😀 – Đ";
    CHECK(hoiquan::to_utf8(hoiquan::to_code_points(text)) == text);
    CHECK(hoiquan::length("Đồng") == 4);
    CHECK(hoiquan::to_utf8(std::u32string(1, 0xD800)) == "\xEF\xBF\xBD");
}

TEST_CASE("to_nfc: decomposed letters become one") {
    CHECK(hoiquan::to_nfc("U\xCC\x89y ban") == "Ủy ban");
    CHECK(hoiquan::to_nfc("e\xCC\x82\xCC\xA3") == "ệ");
    CHECK(hoiquan::to_nfc("plain") == "plain");
    CHECK(hoiquan::is_valid_utf8(hoiquan::to_nfc("\xFF\xFE ủ")));
}

TEST_CASE("fold: tone places, case and diacritics make no difference") {
    CHECK(hoiquan::fold("Uỷ ban") == hoiquan::fold("ỦY  BAN"));
    CHECK(hoiquan::fold(" Đảng\u00A0bộ\n ĐÔNG hà ") == "dang bo dong ha");
    CHECK(hoiquan::fold("U\xCC\x89y") == "uy");
    CHECK(hoiquan::fold("45-KL/TU") == "45-kl/tu");
    CHECK(hoiquan::fold("") == "");
}

TEST_CASE("sort_key: Vietnamese order") {
    const std::vector<std::string> ordered = {
        "2 Bưởi", "10 Bưởi", "An",      "Ánh",     "Ăn năn", "Ân cần", "Ba An", "Bà",  "Ban",
        "Cam Lộ", "Chi bộ",  "Dân vận", "Đảng bộ", "Em",     "Êm",     "Hoa",   "Hòa", "Hỏa",
        "Hóa",    "Họa",     "Ong",     "Ông",     "Ơn",     "Ung",    "Ưng",   "Y"};
    auto sorted = ordered;
    std::reverse(sorted.begin(), sorted.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return hoiquan::sort_key(a) < hoiquan::sort_key(b);
    });
    CHECK(sorted == ordered);
    CHECK(hoiquan::sort_key("Phường 02") == hoiquan::sort_key("phường 2"));
    CHECK(hoiquan::sort_key("U\xCC\x89y") == hoiquan::sort_key("Ủy"));
}

TEST_CASE("case: diacritics are kept") {
    CHECK(hoiquan::to_lower("ĐẢNG ỦY") == "đảng ủy");
    CHECK(hoiquan::to_upper("đảng ủy") == "ĐẢNG ỦY");
}

TEST_CASE("blanks: trimmed and collapsed, no-break space included") {
    CHECK(hoiquan::trim("\t\u00A0 a b \r\n") == "a b");
    CHECK(hoiquan::trim(" \n").empty());
    CHECK(hoiquan::trim("ủ") == "ủ");
    CHECK(hoiquan::collapse_blanks("  a \u00A0\n b\t") == "a b");
}
