#include <string>

#include <doctest/doctest.h>

#include "office/office.h"

using namespace hoiquan;
using namespace hoiquan::office;

TEST_CASE("csv: mark, header, kinds of cells, line ends") {
    const std::string csv =
        write_csv({"Tên", "Số", "Ngày"},
                  {{std::string("Hội Chữ thập đỏ"), std::int64_t{1240}, *Date::of(2026, 2, 5)},
                   {{}, 0.5, {}}});
    CHECK(csv == "\xEF\xBB\xBFTên,Số,Ngày\r\nHội Chữ thập đỏ,1240,05/02/2026\r\n,0.5,\r\n");
}

TEST_CASE("csv: fields with either separator, quotes, line breaks or outer blanks are quoted") {
    const std::string csv = write_csv({"a;b", "c,d", "e\"f", "g\nh", " i"}, {});
    CHECK(csv == "\xEF\xBB\xBF\"a;b\",\"c,d\",\"e\"\"f\",\"g\nh\",\" i\"\r\n");
}

TEST_CASE("csv: text that would run as a formula gets an apostrophe, numbers do not") {
    const std::string csv =
        write_csv({}, {{std::string("=1+1"), std::string("- Căn cứ"), std::int64_t{-5}, -0.5}});
    CHECK(csv == "\xEF\xBB\xBF\r\n'=1+1,'- Căn cứ,-5,-0.5\r\n");
}

TEST_CASE("csv: Vietnamese separators") {
    const std::string csv =
        write_csv({"a", "b"}, {{78.5, std::string("x")}}, {.separator = ';', .decimal_point = ','});
    CHECK(csv ==
          "\xEF\xBB\xBF"
          "a;b\r\n\"78,5\";x\r\n");
}
