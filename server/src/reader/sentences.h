#pragma once

#include <vector>

#include "reader/text_view.h"

namespace hoiquan::reader {

/// Sentences of a paragraph; full stops of abbreviations and numbers do not end one.
std::vector<Span> sentences_of(const Text& text, Span paragraph);

}  // namespace hoiquan::reader
