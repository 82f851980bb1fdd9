#pragma once

// Faults that the recognition of letters makes again and again, where the row itself shows what
// was meant.

#include <string>
#include <vector>

#include "intake/words.h"

namespace hoiquan::intake {

/// The numbers of headings: strokes run together ("III." becomes "II."), stops become commas.
/// What is changed gets a lower confidence.
void repair_numbers(std::vector<WordPage>& pages);

}  // namespace hoiquan::intake
