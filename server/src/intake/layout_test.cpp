// Words with boxes become lines, columns and tables; numbers that the recognition spoils are
// mended.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.h"
#include "intake/format.h"
#include "intake/gray_image.h"
#include "intake/page_text.h"
#include "intake/repairs.h"
#include "intake/words.h"

namespace hoiquan::intake {

namespace {

/// A page of 90 letters in width; each letter is 1 wide, a line 2 high, and stands 3 below the one
/// above.
class Sheet {
public:
    Sheet& put(double left, double row, const std::string& text) {
        WordLine line;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find(' ', at), text.size());
            const std::string word = text.substr(at, end - at);
            const auto width = static_cast<double>(length(word));
            line.push_back({{left, row * 3, width, 2}, 1.0, word, page_.lines.size()});
            left += width + 0.6;
            at = end + 1;
        }
        page_.lines.push_back(line);
        return *this;
    }
    WordPage page() const { return page_; }
    std::string text() const { return text_of_pages({page_}).text; }

private:
    WordPage page_{90, 130, {}};
};

std::string repaired(const std::vector<std::string>& lines) {
    Sheet sheet;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        sheet.put(10, static_cast<double>(i), lines[i]);
    }
    std::vector<WordPage> pages{sheet.page()};
    repair_numbers(pages);
    std::string out;
    for (const auto& line : pages.front().lines) {
        out += line.front().text + " ";
    }
    return out;
}

/// Bars that look like lines of text, turned.
GrayImage bars(double degrees) {
    GrayImage image{600, 800, std::vector<std::uint8_t>(600UL * 800, 255)};
    for (std::size_t y = 100; y < 700; ++y) {
        for (std::size_t x = 80; x < 520; ++x) {
            image.points[y * image.width + x] = y % 30 < 10 ? 0 : 255;
        }
    }
    return straightened(image, -degrees);
}

}  // namespace

TEST_CASE("letterhead: the left column is read before the right one") {
    Sheet sheet;
    sheet.put(8, 2, "TỈNH ỦY KIM GIANG").put(45, 2, "ĐẢNG CỘNG SẢN VIỆT NAM");
    sheet.put(15, 3, "*")
        .put(10, 4, "Số 12-KL/TU")
        .put(45, 4, "Kim Giang, ngày 02 tháng 3 năm 2026");
    sheet.put(40, 7, "KẾT LUẬN");
    CHECK(
        sheet.text() ==
        "TỈNH ỦY KIM GIANG\n*\nSố 12-KL/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nKim Giang, ngày 02 tháng 3 "
        "năm 2026\n\nKẾT LUẬN\n");
}

TEST_CASE("table: a row has its cells side by side, broken cells are joined") {
    Sheet sheet;
    sheet.put(5, 3, "TT").put(12, 3, "Nội dung").put(50, 3, "Chủ trì").put(70, 3, "Thời gian");
    sheet.put(5, 4, "1").put(12, 4, "Rà soát trụ sở").put(50, 4, "Sở Nội vụ").put(70, 4, "Quý II");
    sheet.put(12, 5, "của các hội");
    sheet.put(5, 6, "2").put(12, 6, "Tập huấn").put(50, 6, "Văn phòng").put(70, 6, "Tháng 9");
    CHECK(sheet.text() ==
          "TT\tNội dung\tChủ trì\tThời gian\n1\tRà soát trụ sở của các hội\tSở Nội vụ\tQuý II\n"
          "2\tTập huấn\tVăn phòng\tTháng 9\n");
}

TEST_CASE("places: each word of the text leads back to its box") {
    Sheet sheet;
    sheet.put(10, 2, "Kính gửi Sở Nội vụ");
    const auto text = text_of_pages({sheet.page()});
    REQUIRE(text.words.size() == 5);
    CHECK(text.words[3].start == 12);
    CHECK(text.words[3].end == 15);
    CHECK(to_code_points(text.text).substr(12, 3) == U"Nội");
}

TEST_CASE("repair_numbers: strokes that ran together, stops that became commas") {
    CHECK(repaired({"I. ĐÁNH GIÁ", "IL NHIỆM VỤ", "II. TỔ CHỨC", "IV. KINH PHÍ"}) ==
          "I. II. III. IV. ");
    CHECK(repaired({"I- MỤC ĐÍCH", "H- YÊU CẦU"}) == "I- II- ");
    CHECK(repaired({"4. Các hội", "5, Tăng cường", "6, và 7 của Điều"}) == "4. 5. 6, ");
    CHECK(repaired({"Lưu: VT", "X quang phổi", "V/v rà soát"}) == "Lưu: X V/v ");
}

TEST_CASE("straightened: the skew that is found is the one that was made") {
    for (const double degrees : {-3.0, -0.8, 0.0, 0.8, 2.5}) {
        CAPTURE(degrees);
        CHECK(std::fabs(skew_of(bars(degrees)) - degrees) < 0.15);
    }
    const auto once = turned(bars(0), 90);
    CHECK(once.width == 800);
    CHECK(turned(once, 270).points == bars(0).points);
}

TEST_CASE("gray_of_pgm: claims that the bytes do not keep are refused") {
    CHECK(gray_of_pgm("P5\n2 2\n255\nabcd"));
    CHECK_FALSE(gray_of_pgm("P5\n2 2\n255\nabc"));
    CHECK_FALSE(gray_of_pgm("P5\n99999999999 99999999999\n255\nabc"));
    CHECK_FALSE(gray_of_pgm("P5\n2 2\n65535\nabcdefgh"));
    CHECK_FALSE(gray_of_pgm("P6\n1 1\n255\nabc"));
    CHECK_FALSE(gray_of_pgm(""));
}

TEST_CASE("format_of: by the bytes, old encodings are still text") {
    CHECK(format_of("\xFF\xD8\xFF\xE0 JFIF") == Format::jpeg);
    CHECK(format_of("PK\x03\x04") == Format::reader);
    CHECK(format_of("GIF89a\x01\x02\x03\x04\x05\x06") == Format::unknown);
    CHECK(format_of("") == Format::reader);
    CHECK(format_of("\xFF\xFE"
                    "K\0\xED\0") == Format::reader);
    CHECK(format_of("C\xE9ng h\xDF\xB5 x\xB7 h\xE9i") == Format::reader);
}

TEST_CASE("pages_of_tsv: broken rows are left out, ligatures become letters") {
    const std::string tsv =
        "1\t1\t0\t0\t0\t0\t0\t0\t100\t200\t-1\t###PAGE###\n"
        "5\t1\t1\t1\t1\t1\t10\t10\t20\t5\t91.5\tﬁle\n"
        "5\t1\t1\t1\t1\t2\tnan\t10\t20\t5\t91.5\tx\n"
        "5\t1\t1\n"
        "5\t1\t1\t1\t1\t3\t40\t10\t20\t5\t1e9\ty\n";
    const auto pages = pages_of_tsv(tsv);
    REQUIRE(pages.size() == 1);
    REQUIRE(pages[0].lines.size() == 1);
    REQUIRE(pages[0].lines[0].size() == 2);
    CHECK(pages[0].lines[0][0].text == "file");
    CHECK(pages[0].lines[0][0].confidence == doctest::Approx(0.915));
    CHECK(pages[0].lines[0][1].confidence == doctest::Approx(0.0));
}

}  // namespace hoiquan::intake
