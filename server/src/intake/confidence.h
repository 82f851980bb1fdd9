#pragma once

// What stands on words that were recognised badly is itself less certain.

#include "intake/page_text.h"
#include "reader/reader.h"

namespace hoiquan::intake {

/// Lowers the confidence of each place of the draft by that of the words it stands on.
void lower_confidence(reader::Draft& draft, const std::vector<PlacedWord>& words);

}  // namespace hoiquan::intake
