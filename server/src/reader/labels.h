#pragma once

// Lines with a label: "Cơ quan chủ trì: …", "Thời gian thực hiện: …".

#include <optional>

#include "reader/layout.h"

namespace hoiquan::reader {

enum class Label { lead, cooperating, time, content, product, money };

struct LabelLine {
    Label label = Label::lead;
    Span value;  ///< What stands behind the colon; may be empty.
};

std::optional<LabelLine> label_of(const Text& text, const Block& block);

}  // namespace hoiquan::reader
