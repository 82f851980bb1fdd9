#pragma once

#include <string>
#include <string_view>

namespace hoiquan::reader {

/// The text of an RTF file as UTF-8: a line for each paragraph, cells parted by tabs. Never fails;
/// a broken file gives what could be read.
std::string text_of_rtf(std::string_view bytes);

}  // namespace hoiquan::reader
