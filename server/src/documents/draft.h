#pragma once

// From what the reader found to what a person reviews.

#include "documents/review.h"
#include "reader/reader.h"

namespace hoiquan::documents {

/// Kept beside each reading, so that later readings can be told apart.
inline constexpr std::string_view kReaderVersion = "1";

/// Leads and cooperating bodies stay words here; resolve_bodies looks them up.
Draft draft_of(const reader::Draft& read, Direction direction);

/// Fills in the bodies whose words name exactly one body of the register, on the day of the
/// document or today; all others wait for a person. Never a guess.
void resolve_bodies(const db::ReadTx& tx, const auth::Actor& actor, ReviewContent& content);

}  // namespace hoiquan::documents
