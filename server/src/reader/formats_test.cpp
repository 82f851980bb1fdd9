#include <doctest/doctest.h>
#include <zip.h>

#include "reader/odt.h"
#include "reader/reader.h"
#include "reader/rtf.h"

namespace reader = hoiquan::reader;

namespace {

std::string odt_with(const std::string& styles, const std::string& body) {
    const std::string mimetype = "application/vnd.oasis.opendocument.text";
    const std::string content =
        R"(<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s">)"
        "<office:automatic-styles>" +
        styles + "</office:automatic-styles><office:body><office:text>" + body +
        "</office:text></office:body></office:document-content>";
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    const auto first = zip_file_add(
        zip, "mimetype", zip_source_buffer(zip, mimetype.data(), mimetype.size(), 0), 0);
    REQUIRE(first >= 0);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(first), ZIP_CM_STORE, 0);
    REQUIRE(zip_file_add(
                zip, "content.xml", zip_source_buffer(zip, content.data(), content.size(), 0), 0) >=
            0);
    REQUIRE(zip_close(zip) == 0);
    REQUIRE(zip_source_open(source) == 0);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

}  // namespace

TEST_CASE("rtf: paragraphs, Unicode with stand-ins, hidden parts") {
    CHECK(
        reader::text_of_rtf(
            R"({\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\generator x;}\uc1 K\u7870?T LU\u7852?N\par 1. R\'e0 so\'e1t.\par})") ==
        "KẾT LUẬN\n1. Rà soát.\n");
}

TEST_CASE("rtf: what a tracked change struck out is gone, cells stay apart") {
    CHECK(
        reader::text_of_rtf(R"({\rtf1 ng\'e0y {\deleted 15}20\par 1\cell S\u7903?\cell Q\row})") ==
        "ngày 20\n1\tSở\tQ\n");
}

TEST_CASE("rtf: Windows-1258 by its code page") {
    CHECK(reader::text_of_rtf(R"({\rtf1\ansi\ansicpg1258 \'d0a\'f2i h\'f4\'f2i\par})") ==
          "Đại hội\n");
}

TEST_CASE("rtf: damage gives what could be read") {
    CHECK(reader::text_of_rtf("{\\rtf1 abc") == "abc");
    CHECK(reader::text_of_rtf("{\\rtf1 a\\'") == "a");
    CHECK(reader::text_of_rtf("{\\rtf1 a\\bin99999999999 b}").starts_with("a"));
    CHECK(reader::text_of_rtf("}}}}x") == "x");
    CHECK_FALSE(reader::to_json(reader::read(std::string(100'000, '{'), "a.rtf")).empty());
}

TEST_CASE("rtf: a paper is read whatever its name") {
    const auto draft = reader::read(
        R"({\rtf1\ansi TH\u212?NG B\u193?O\par v\u7873? l\u7883?ch h\u7885?p\par\par 1. S\u7903? N\u7897?i v\u7909? r\u224? so\u225?t h\u7897?i.\par})",
        "giay.doc");
    REQUIRE(draft.tasks.size() == 1);
    CHECK(draft.tasks[0].lead == std::vector<std::string>{"Sở Nội vụ"});
}

TEST_CASE("odt: lists carry their numbers, tables their cells, notes stand at the end") {
    const std::string styles =
        R"(<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>)"
        R"(<text:list-level-style-bullet text:level="2"/></text:list-style>)";
    const std::string body =
        R"(<text:h>KẾ HOẠCH</text:h><text:list text:style-name="L1"><text:list-item><text:p>Sở Nội vụ</text:p>)"
        R"(<text:list><text:list-item><text:p>rà soát<text:note><text:note-body><text:p>Ghi chú</text:p></text:note-body></text:note></text:p></text:list-item></text:list></text:list-item>)"
        R"(<text:list-item><text:p>Sở<text:s text:c="2"/>Tài chính</text:p></text:list-item></text:list>)"
        R"(<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>Việc</text:p></table:table-cell><table:table-cell><text:p>Ai</text:p></table:table-cell></table:table-row></table:table>)";
    const auto draft = reader::read(odt_with(styles, body), "ke-hoach.odt");
    CHECK(draft.text ==
          "KẾ HOẠCH\n1. Sở Nội vụ\n- rà soát[1]\n2. Sở  Tài chính\n1\tViệc\tAi\n\n[1] Ghi chú");
}

TEST_CASE("odt: broken ones end in a problem") {
    const auto draft = reader::read(odt_with("", "<text:p>"), "x.odt");
    REQUIRE(draft.problems.size() == 1);
    CHECK(draft.problems[0].key == "reader.format_unknown");
}
