#include "reader/docx.h"

#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <zip.h>

#include "reader/reader.h"

namespace reader = hoiquan::reader;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip archive in memory.
std::string zip_of(const Parts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    REQUIRE(source != nullptr);
    zip_source_keep(source);
    zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    REQUIRE(zip != nullptr);
    for (const auto& [name, content] : parts) {
        zip_source_t* part = zip_source_buffer(zip, content.data(), content.size(), 0);
        REQUIRE(zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8) >= 0);
    }
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

std::string document(const std::string& body) {
    return R"(<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps"><w:body>)" +
           body + "</w:body></w:document>";
}

std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string text_of(const std::string& body) {
    return reader::text_of_docx(zip_of({{"word/document.xml", document(body)}})).text;
}

std::string problem_of(const std::string& bytes) {
    return reader::text_of_docx(bytes).problem;
}

}  // namespace

TEST_CASE("docx: a line for each paragraph") {
    CHECK(text_of(paragraph("KẾT LUẬN") + paragraph("1. Sở Nội vụ rà soát.")) ==
          "KẾT LUẬN\n1. Sở Nội vụ rà soát.\n");
}

TEST_CASE("docx: tracked changes give the final text") {
    CHECK(
        text_of("<w:p><w:r><w:t>trước ngày </w:t></w:r><w:del><w:r><w:delText>15</w:delText></w:r>"
                "</w:del><w:ins><w:r><w:t>20</w:t></w:r></w:ins><w:r><w:t>/12/2026</w:t></w:r></"
                "w:p>") == "trước ngày 20/12/2026\n");
}

TEST_CASE("docx: a text box is read once, not again as its fallback") {
    const std::string box = "<w:txbxContent>" + paragraph("MẬT") + "</w:txbxContent>";
    const std::string text =
        text_of("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" +
                box + "</mc:Fallback></mc:AlternateContent></w:r></w:p>" + paragraph("THÀNH ỦY"));
    CHECK(text.find("MẬT") != std::string::npos);
    CHECK(text.find("MẬT") == text.rfind("MẬT"));
}

TEST_CASE("docx: rows of wide tables keep their cells apart") {
    const auto cell = [](const std::string& text) {
        return "<w:tc>" + paragraph(text) + "</w:tc>";
    };
    const std::string row = "<w:tr>" + cell("1") + cell("Rà soát hội") + cell("Sở Nội vụ") +
                            cell("Quý I/2026") + "</w:tr>";
    CHECK(text_of("<w:tbl>" + row + "</w:tbl>").find("1\tRà soát hội\tSở Nội vụ\tQuý I/2026\n") !=
          std::string::npos);
}

TEST_CASE("docx: footnotes stand at the end with their number") {
    const std::string note =
        R"(<?xml version="1.0"?><w:footnotes xmlns:w="w"><w:footnote w:id="2">)" +
        paragraph("Công văn số 7/SNV-TC.") + "</w:footnote></w:footnotes>";
    const auto bytes = zip_of(
        {{"word/document.xml",
          document(
              R"(<w:p><w:r><w:t>Theo hướng dẫn</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>)")},
         {"word/footnotes.xml", note}});
    CHECK(reader::text_of_docx(bytes).text == "Theo hướng dẫn[2]\n\n[2] Công văn số 7/SNV-TC.");
}

TEST_CASE("docx: broken ones end in a problem, not in a crash") {
    CHECK(problem_of("PK\x03\x04 nothing") == "reader.docx_broken");
    CHECK(problem_of(zip_of({{"word/other.xml", "<a/>"}})) == "reader.docx_broken");
    CHECK(problem_of(
              zip_of({{"word/document.xml",
                       "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document><w:body/></w:document>"}})) ==
          "reader.docx_broken");
    CHECK(problem_of(zip_of({{"word/document.xml", std::string(80'000'000, ' ')}})) ==
          "reader.docx_too_large");
}

TEST_CASE("docx: deep nesting ends") {
    std::string deep;
    for (int i = 0; i < 20'000; ++i) {
        deep += "<w:tbl><w:tr><w:tc>";
    }
    const auto bytes = zip_of({{"word/document.xml", document(deep)}});
    CHECK_FALSE(problem_of(bytes).empty());
}
