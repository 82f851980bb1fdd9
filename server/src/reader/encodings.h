#pragma once

// Vietnamese text from before Unicode: Windows-1258, TCVN3 (".VnTime" fonts) and VNI, told apart by
// which of them gives Vietnamese words.

#include <optional>
#include <string>
#include <string_view>

namespace hoiquan::reader {

enum class Legacy { windows_1258, tcvn3, vni };

/// Code points below 0x100 are taken as bytes of the encoding; others stay.
std::u32string from_legacy(std::u32string_view text, Legacy encoding);

/// The share of frequent Vietnamese syllables among the words (of the beginning).
double vietnamese_share(std::u32string_view text);

/// The encoding that makes clearly more Vietnamese of the text than it is as it stands.
std::optional<Legacy> find_legacy(std::u32string_view text);

}  // namespace hoiquan::reader
