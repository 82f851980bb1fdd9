#pragma once

#include <string>
#include <string_view>

namespace hoiquan::reader {

/// The text of a DOCX file: a line for each paragraph, cells of wide tables parted by tabs,
/// footnotes at the end. On failure empty, with the problem's key.
struct DocxText {
    std::string text;
    std::string problem;
};
DocxText text_of_docx(std::string_view bytes);

}  // namespace hoiquan::reader
