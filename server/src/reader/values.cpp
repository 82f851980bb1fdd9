#include "reader/values.h"

namespace hoiquan::reader {

Value as_written(const Text& text, Span span, double confidence) {
    return {text.one_line(span), span, confidence};
}

Value as_written(const Text& text, const std::vector<Span>& pieces, double confidence) {
    Value value{{}, {pieces.front().start, pieces.back().end}, confidence};
    for (const Span piece : pieces) {
        value.text += (value.text.empty() ? "" : " ") + text.one_line(piece);
    }
    return value;
}

}  // namespace hoiquan::reader
