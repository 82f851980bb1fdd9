#pragma once

// Documents that are named with their number.

#include <string>
#include <string_view>
#include <vector>

#include "reader/reader.h"
#include "reader/text_view.h"

namespace hoiquan::reader {

struct FoundCitation {
    Span span;
    Citation citation;
    double confidence = 0.0;
};

/// Each once, at its first mention; `own` is the document's own number as written and no citation.
std::vector<FoundCitation> read_citations(const Text& text, Span range, std::string_view own);

}  // namespace hoiquan::reader
