#pragma once

// Where a text comes from when its header was lost: told by its annexes and its own words.

#include "reader/layout.h"
#include "reader/values.h"

namespace hoiquan::reader {

struct Parts {
    const std::vector<Block>& body;
    const std::vector<Block>& annexes;
    bool addressed = false;  ///< "Kính gửi" stood there.
};

/// Fills what the header did not give.
void complete_origin(const Text& text, const Parts& parts, Values& values);

/// The document's own number as it would be cited; empty if unknown.
std::string own_number(const Values& values);

}  // namespace hoiquan::reader
