#pragma once

// Tasks: which items of the outline are one, with their actors and dates.

#include <optional>
#include <string>
#include <vector>

#include "base/dates.h"
#include "reader/actors.h"
#include "reader/deadlines.h"
#include "reader/outline.h"

namespace hoiquan::reader {

struct FoundTask {
    Span span;
    std::string section;
    std::vector<Span> lead;
    std::vector<Span> cooperating;
    std::optional<Deadline> deadline;
    std::optional<Recurrence> recurrence;
    std::optional<Span> report_to;
    double confidence = 0.0;
    double lead_confidence = 0.0;
};

/// What the rest of the document says about its tasks.
struct TaskContext {
    std::vector<Span> addressed;  ///< Whom the opening sentence or "Kính gửi" names.
    std::optional<Date> issued;
};

/// In the order of the text.
std::vector<FoundTask> read_tasks(const Text& text,
                                  const Outline& outline,
                                  const TaskContext& context);

/// Whom the opening paragraphs tell to act ("… yêu cầu X thực hiện các nội dung sau:").
std::vector<Span> addressed_in_opening(const Text& text, const Outline& outline);

}  // namespace hoiquan::reader
