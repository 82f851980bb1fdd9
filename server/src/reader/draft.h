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
/// Every date of every task.
void put_dates(Draft& draft, const Text& text, std::optional<Date> issued);
/// Orders to make the document known.
void put_dissemination(Draft& draft, const Text& text, const Outline& outline);
/// Weaknesses that an assessment lists.
void put_findings(Draft& draft, const Text& text, const Outline& outline);
/// What the document does with those that it cites, and the meeting that it concludes.
void put_relations(Draft& draft, const Text& text);
/// Mergers, divisions and the like.
void put_events(Draft& draft, const Text& text, const Outline& outline);

/// A value's place.
void put_place(Draft& draft, const std::string& pointer, Span span, double confidence);
/// Names as written, each with its place below `pointer`.
std::vector<std::string> put_names(Draft& draft,
                                   const Text& text,
                                   const std::string& pointer,
                                   const std::vector<Span>& names,
                                   double confidence);

}  // namespace hoiquan::reader
