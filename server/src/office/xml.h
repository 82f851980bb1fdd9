#pragma once

// What XML 1.0 can carry.

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace hoiquan::office {

/// Broken UTF-8 repaired, control characters other than tab and line break left out.
std::string xml_text(std::string_view text);

/// With a declaration, without added blanks.
std::string to_bytes(const pugi::xml_document& document);

}  // namespace hoiquan::office
