#pragma once

// What a file is, told by its bytes; the name only where the bytes leave it open.

#include <string_view>

namespace hoiquan::intake {

enum class Format {
    reader,  ///< Text, DOCX, OpenDocument, RTF: the reader takes the bytes themselves.
    doc,
    pdf,
    png,
    jpeg,
    tiff,
    unknown  ///< No text and nothing that a program of ours turns into text.
};

Format format_of(std::string_view bytes);

inline bool is_image(Format format) {
    return format == Format::png || format == Format::jpeg || format == Format::tiff;
}

}  // namespace hoiquan::intake
