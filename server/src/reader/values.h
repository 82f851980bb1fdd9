#pragma once

// Values found, with the place they stand at.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reader/text_view.h"

namespace hoiquan::reader {

struct Value {
    std::string text;
    Span span;
    double confidence = 0.0;
};

/// By the field's name in the schema.
using Values = std::map<std::string, Value, std::less<>>;

/// A value as written, on one line.
Value as_written(const Text& text, const std::vector<Span>& pieces, double confidence);
Value as_written(const Text& text, Span span, double confidence);

}  // namespace hoiquan::reader
