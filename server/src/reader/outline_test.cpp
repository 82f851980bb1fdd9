#include "reader/outline.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace hoiquan::reader;

namespace {

struct Read {
    Text text;
    Outline outline;
};

Read read(std::string_view utf8) {
    Read out{Text(hoiquan::to_code_points(utf8)), {}};
    out.outline = outline_of(out.text, blocks_of(out.text, lines_of(out.text, out.text.all())));
    return out;
}

const Item& item_with(const Read& all, std::string_view start) {
    for (const Item& item : all.outline.items) {
        if (all.text.utf8(item.span()).starts_with(start)) {
            return item;
        }
    }
    FAIL("no such item");
    return all.outline.items.front();
}

SectionKind kind_of(std::string_view heading) {
    const Text text(hoiquan::to_code_points(heading));
    return section_kind(text, text.all());
}

}  // namespace

TEST_CASE("outline: numbers make the path of sections") {
    const auto all = read(
        "I. NHIỆM VỤ\n\n1. Về tổ chức\n\na) Rà soát hội.\n\nb) Sắp xếp hội.\n\n2. Về tài chính\n\n"
        "2.1. Tự chủ.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ hướng dẫn.\n");
    CHECK(item_with(all, "a)").section == "I.1.a");
    CHECK(item_with(all, "2.1.").section == "I.2.1");
    CHECK(item_with(all, "1. Sở").section == "II.1");
}

TEST_CASE("outline: letters may stand outside of Roman numbers") {
    const auto all = read(
        "A. KẾT QUẢ NĂM 2025\n\nI. Kết quả đạt được\n\n1. Kết nạp 10 hội viên.\n\n"
        "B. NHIỆM VỤ NĂM 2026\n\nI. Chỉ tiêu\n\nII. Nhiệm vụ trọng tâm\n\n1. Củng cố chi hội.\n");
    CHECK(item_with(all, "1. Củng cố").section == "B.II.1");
    CHECK(item_with(all, "1. Củng cố").kind == SectionKind::duties);
    CHECK(item_with(all, "1. Kết nạp").kind == SectionKind::background);
}

TEST_CASE("outline: articles count through all chapters") {
    const auto all = read("Chương II\nTRÁCH NHIỆM\n\nĐiều 3. Phòng Nội vụ\n\n1. Tham mưu.\n");
    CHECK(item_with(all, "1. Tham mưu").section == "Điều 3.1");
}

TEST_CASE("section_kind: what a heading announces") {
    CHECK(kind_of("MỤC ĐÍCH, YÊU CẦU") == SectionKind::background);
    CHECK(kind_of("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025") == SectionKind::background);
    CHECK(kind_of("NHIỆM VỤ VÀ GIẢI PHÁP") == SectionKind::duties);
    CHECK(kind_of("TỔ CHỨC THỰC HIỆN") == SectionKind::duties);
    CHECK(kind_of("KINH PHÍ THỰC HIỆN") == SectionKind::funding);
    CHECK(kind_of("Đối thoại") == SectionKind::unknown);
}
