#pragma once

// From what was found to the draft: values, places, obligations.

#include "reader/citations.h"
#include "reader/closing.h"
#include "reader/outline.h"
#include "reader/reader.h"
#include "reader/tasks.h"
#include "reader/values.h"

namespace hoiquan::reader {

void put_metadata(Draft& draft, const Values& values);
void put_recipients(Draft& draft, const std::vector<FoundRecipient>& recipients);
void put_citations(Draft& draft, const std::vector<FoundCitation>& citations);
void put_tasks(Draft& draft, const Text& text, const std::vector<FoundTask>& tasks);
/// Sentences of the body that bind somebody, with the task that covers them.
void put_obligations(Draft& draft, const Text& text, const Outline& outline);

}  // namespace hoiquan::reader
