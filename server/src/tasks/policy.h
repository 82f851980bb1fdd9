#pragma once

// Who may do what with a task they can see. A task out of scope is "not found" before any of these
// is asked.

#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "tasks/tasks.h"

namespace hoiquan::tasks {

/// What decides; gathered once for a task.
struct Standing {
    bool reaches_owner =
        false;  ///< The body that gave the task is in the scope of the acting role.
    bool reaches_lead = false;
    bool reaches_monitor = false;
    bool is_closed = false;
    bool is_parent = false;
    bool has_waiting_evidence = false;
    bool has_accepted_evidence = false;
};

bool may_edit(const auth::Actor& actor, const Standing& standing);
/// Progress and evidence come from who works for the lead body.
bool may_work(const auth::Actor& actor, const Standing& standing);
/// The giver's clerk, or who acts for the monitoring body; never the account that filed it
/// (`filed_by`).
bool may_judge(const auth::Actor& actor, const Standing& standing);
bool may_decide(const auth::Actor& actor, const Standing& standing, const UserId& filed_by);
bool may_close(const auth::Actor& actor, const Standing& standing);

}  // namespace hoiquan::tasks
