#include "reader/values.h"

#include <algorithm>

namespace hoiquan::reader {

Value as_written(const Text& text, Span span, double confidence) {
    return {text.one_line(span), span, confidence};
}

Value as_written(const Text& text, const std::vector<Span>& pieces, double confidence) {
    Value value{{}, pieces.front(), confidence};
    for (const Span piece : pieces) {
        value.span.start = std::min(value.span.start, piece.start);
        value.span.end = std::max(value.span.end, piece.end);
        value.text += (value.text.empty() ? "" : " ") + text.one_line(piece);
    }
    return value;
}

}  // namespace hoiquan::reader
