// DOCX: the bytes as a file; and as the document part of an archive that is made here.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "archive_with.h"
#include "options.h"
#include "reader/reader.h"

namespace reader = hoiquan::reader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto draft = bytes.starts_with("PK")
                           ? reader::read_docx(bytes)
                           : reader::read_docx(archive_with("word/document.xml", bytes));
    if (reader::to_json(draft).empty()) {
        __builtin_trap();
    }
    return 0;
}
