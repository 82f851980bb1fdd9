#pragma once

// Rows of tasks; part of the module.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "tasks/tasks.h"

namespace hoiquan::tasks {

/// The days that state.inc compares with, from the day asked for and the dated settings.
struct Thresholds {
    Date as_of;
    Date soon;
    Date yellow;
    Date yellow_urgent;
    Date deep_red;
};
Thresholds thresholds(const db::ReadTx& tx, const Date& as_of);
/// $1 to $9 of every statement with state.inc.
db::Params state_params(const db::ReadTx& tx, const auth::Actor& actor, const Date& as_of);

std::vector<Task> find_page(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);
std::map<Status, std::int64_t> count_statuses(const db::ReadTx& tx,
                                              const auth::Actor& actor,
                                              const ListQuery& query);
std::optional<Task> find_visible(const db::ReadTx& tx, const auth::Actor& actor, const TaskId& id);

/// Fills text, reasons, notes and evidence of `detail.task`.
void load_more(const db::ReadTx& tx, Detail& detail);

struct EvidenceFacts {
    TaskId task;
    UserId filed_by;
    bool is_decided = false;
};
std::optional<EvidenceFacts> find_evidence(const db::ReadTx& tx, const EvidenceId& id);
std::optional<Date> newest_accepted(const db::ReadTx& tx, const TaskId& id);

/// A row as it is first written.
struct NewTask {
    OrganisationId organisation;
    DocumentId document;
    std::optional<TaskId> parent;
    bool is_parent = false;
    int position = 0;
    const documents::ReviewTask& source;
    std::string title;
    std::string search_key;
    std::optional<std::string> lead_key;
    bool due_was_decided = false;  ///< The date is the person's, not the text's.
};
TaskId insert(db::WriteTx& tx, const auth::Actor& actor, const NewTask& task);

using AssignmentId = Id<struct AssignmentTag>;

struct Assignment {
    AssignmentId id;
    Part part = Part::lead;
    OrganisationId organisation;
};
std::vector<Assignment> assignments_of(const db::ReadTx& tx, const TaskId& task);
void insert_assignment(db::WriteTx& tx,
                       const TaskId& task,
                       Part part,
                       const OrganisationId& organisation);
/// Ends it today; a row of today itself leaves no trace in the world, only in what was recorded.
void end_assignment(db::WriteTx& tx, const Assignment& assignment);

struct Change {
    TaskInput input;
    bool is_extension = false;
    bool due_was_decided = false;
    std::optional<std::string> lead_key;
    std::string search_key;
};
/// False when the version is not the current one or the task is closed.
bool update_row(db::WriteTx& tx,
                const auth::Actor& actor,
                const TaskId& id,
                std::int64_t version,
                const Change& change);
bool close_row(db::WriteTx& tx,
               const auth::Actor& actor,
               const TaskId& id,
               std::int64_t version,
               const Date& done_date);

ProgressNoteId insert_note(db::WriteTx& tx,
                           const auth::Actor& actor,
                           const TaskId& id,
                           const std::string& text,
                           std::optional<int> percent);
EvidenceId insert_evidence(db::WriteTx& tx,
                           const auth::Actor& actor,
                           const TaskId& id,
                           const NewEvidence& input);
bool decide_row(db::WriteTx& tx,
                const auth::Actor& actor,
                const EvidenceId& id,
                Decision decision,
                const std::optional<std::string>& reason);

}  // namespace hoiquan::tasks
