#pragma once

// Bytes to normalised code points: NFC, LF, no control characters.

#include <string>
#include <string_view>
#include <vector>

#include "reader/reader.h"

namespace hoiquan::reader {

struct Source {
    std::u32string text;
    std::vector<Problem> problems;
};

Source decode(std::string_view bytes);

}  // namespace hoiquan::reader
