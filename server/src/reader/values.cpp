#include "reader/values.h"

namespace hoiquan::reader {

Value as_written(const Text& text, Span span, double confidence) {
    return {text.one_line(span), span, confidence};
}

}  // namespace hoiquan::reader
