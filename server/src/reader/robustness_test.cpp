#include <chrono>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "reader/reader.h"

namespace reader = hoiquan::reader;

namespace {

const std::string kPaper = R"(THÀNH ỦY MINH HÀ
VĂN PHÒNG
*
Số 12-TB/VPTU

ĐẢNG CỘNG SẢN VIỆT NAM

Minh Hà, ngày 10 tháng 3 năm 2026

THÔNG BÁO
về việc chuẩn bị hội nghị giao ban
-----
Thực hiện Kết luận số 68-KL/TU ngày 05/02/2026 của Ban Thường vụ Thành ủy, Văn phòng Thành ủy thông báo như sau:

I. NHIỆM VỤ

1. Ủy ban nhân dân thành phố chủ trì, phối hợp với Mặt trận Tổ quốc chuẩn bị tài liệu, hoàn thành trước ngày 25/3/2026.

2. Hội Chữ thập đỏ thành phố báo cáo kết quả hằng quý về Văn phòng Thành ủy.

Nơi nhận:
- Ủy ban nhân dân thành phố,
- Lưu Văn phòng.

CHÁNH VĂN PHÒNG

Trần Văn Hòa
)";

/// Every place lies inside the text and every task is the piece it names.
void check(const reader::Draft& draft) {
    std::size_t points = 0;
    for (const char c : draft.text) {
        points += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    for (const auto& [pointer, place] : draft.places) {
        REQUIRE(place.start <= place.end);
        REQUIRE(place.end <= points);
    }
    for (const auto& task : draft.tasks) {
        REQUIRE(task.end <= points);
    }
    REQUIRE_FALSE(reader::to_json(draft).empty());
}

std::string mutate(std::string text, std::mt19937& random) {
    const auto below = [&](std::size_t n) {
        return n == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    const auto changes = 1 + below(8);
    for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
        const auto at = below(text.size());
        const auto length = below(40);
        switch (below(5)) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, text.substr(below(text.size()), length));
                break;
            case 2:
                text[at] = static_cast<char>(below(256));
                break;
            case 3:
                text.insert(at, std::string(length, "\n\t .:-*1a("[below(9)]));
                break;
            default:
                text.insert(at, "\xCC\x81\xE2\x80\xAF\xEF\xBB\xBF");
                break;
        }
    }
    return text;
}

double seconds_of(const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    check(reader::read_text(text));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("damaged papers give a draft, never a crash") {
    std::mt19937 random(20260316);
    constexpr int rounds = 400;
    for (int i = 0; i < rounds; ++i) {
        const auto text = mutate(kPaper, random);
        check(reader::read_text(text));
        check(reader::read(text, "van-ban.docx"));
    }
}

TEST_CASE("every beginning of a paper can be read") {
    for (std::size_t length = 0; length < kPaper.size(); length += 7) {
        check(reader::read_text(std::string_view(kPaper).substr(0, length)));
    }
}

TEST_CASE("nothing, only line ends, only damage") {
    for (const std::string& text : {std::string(),
                                    std::string(5000, '\n'),
                                    std::string(5000, '\xFF'),
                                    std::string(300, '\0'),
                                    std::string(20000, '('),
                                    std::string("\xFF\xFE\x00", 3)}) {
        const auto draft = reader::read_text(text);
        check(draft);
        CHECK(draft.tasks.empty());
    }
}

TEST_CASE("time grows with the length, not faster") {
    std::string body = "1. Ủy ban nhân dân thành phố rà soát trụ sở các hội trước ngày 30/6/2026. ";
    std::string line;
    while (line.size() < 250'000) {
        line += body;
    }
    const double once = seconds_of(line);
    const double four = seconds_of(line + line + line + line);
    // Generous: a shared machine; a quadratic reader would need 16 times as long.
    CHECK(four < 10 * once + 0.2);
}

TEST_CASE("marks of secrecy are found however they are spaced, words of the body are none") {
    using reader::find_secrecy_mark;
    using reader::Secrecy;
    CHECK(find_secrecy_mark("THÀNH ỦY\nMẬT\nSố 1-KL/TU") == Secrecy::secret);
    CHECK(find_secrecy_mark("T Ố I  M Ậ T\nTHÀNH ỦY") == Secrecy::top_secret);
    CHECK(find_secrecy_mark("TUYET MAT\nTHÀNH ỦY") == Secrecy::absolute_secret);
    CHECK_FALSE(find_secrecy_mark("Thực hiện Luật Bảo vệ bí mật nhà nước; mật độ dân số cao."));
    CHECK_FALSE(find_secrecy_mark(kPaper));
}
