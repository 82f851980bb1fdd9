#include "office/xml.h"

#include <sstream>

#include "base/text.h"

namespace hoiquan::office {

std::string xml_text(std::string_view text) {
    const std::string sound = repair_utf8(text);
    std::string out;
    out.reserve(sound.size());
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const auto byte = static_cast<unsigned char>(sound[i]);
        // U+FFFE and U+FFFF, the only other characters that XML 1.0 refuses, are EF BF BE and BF.
        if (byte == 0xEF && i + 2 < sound.size() && sound.compare(i, 2, "\xEF\xBF") == 0 &&
            static_cast<unsigned char>(sound[i + 2]) >= 0xBE) {
            i += 2;
            continue;
        }
        if (byte >= 0x20 || byte == '\t' || byte == '\n') {
            out += sound[i];
        }
    }
    return out;
}

std::string to_bytes(const pugi::xml_document& document) {
    std::ostringstream out;
    out << R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" << '\n';
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(out).str();
}

}  // namespace hoiquan::office
