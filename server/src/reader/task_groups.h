#pragma once

// Blocks of labelled lines: "Nội dung / Cơ quan chủ trì / Cơ quan phối hợp / Thời gian".

#include <vector>

#include "reader/outline.h"
#include "reader/tasks.h"

namespace hoiquan::reader {

/// True if a labelled line that tells who or when stands below the item.
bool has_labels(const Text& text, const Outline& outline, std::size_t item);

/// The tasks of the labelled lines below an item.
std::vector<FoundTask> read_groups(const Text& text, const Outline& outline, std::size_t item);

}  // namespace hoiquan::reader
