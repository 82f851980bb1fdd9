#pragma once

// Shared by the services of the module.

#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "tasks/policy.h"
#include "tasks/tasks.h"

namespace hoiquan::tasks {

/// The task with notes and evidence, and where the actor stands to it. Error(not_found) outside the
/// scope.
struct Seen {
    Detail detail;
    Standing standing;
};
Seen see(const db::ReadTx& tx, const auth::Actor& actor, const TaskId& id);

/// What a list shows of the quote: without its number, cut at a word.
std::string title_of(std::string_view text);
std::string search_key_of(const TaskInput& input,
                          const std::string& quote,
                          const std::string& lead_name,
                          const documents::DocumentBrief& document);

}  // namespace hoiquan::tasks
