#pragma once

// Tasks: what a document asks bodies to do. Status and alert are computed for a day and never
// stored; a group or joint lead is a parent whose state follows from its children.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "documents/documents.h"
#include "organisations/organisations.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"

namespace hoiquan::tasks {

using documents::DeadlineKind;
using documents::Recurrence;
using documents::Urgency;

enum class Status {
    done_on_time,
    done_late,
    done_unassessed,
    awaiting_acceptance,
    standing,
    awaiting_decision,
    unassigned,
    no_due_date,
    overdue,
    due_soon,
    in_progress
};
std::string_view to_string(Status status);
std::optional<Status> parse_status(std::string_view text);
/// All, in the order of the enumeration.
const std::vector<Status>& all_statuses();
bool is_done(Status status);

enum class Alert { green, yellow, red, deep_red };
std::string_view to_string(Alert alert);
std::optional<Alert> parse_alert(std::string_view text);

/// One task as a list shows it.
struct Task {
    TaskId id;
    organisations::OrganisationRef organisation;  ///< That gave it and follows it.
    documents::DocumentBrief document;
    std::optional<TaskId> parent;
    bool is_parent = false;
    std::int64_t child_count = 0;
    std::string section;
    std::string title;
    std::optional<organisations::OrganisationRef> lead;
    std::optional<std::string> lead_as_written;
    std::vector<organisations::OrganisationRef> cooperating;
    std::optional<organisations::OrganisationRef> monitor;
    DeadlineKind deadline_kind = DeadlineKind::none_given;
    std::optional<std::string> deadline_as_written;
    std::optional<Date> due_date;
    std::optional<Recurrence> recurrence;
    Urgency urgency = Urgency::normal;
    Status status = Status::no_due_date;
    Alert alert = Alert::green;
    int days_late = 0;
    bool is_returned = false;
    bool is_extended = false;
    std::optional<Date> done_date;
    std::int64_t version = 1;
};

enum class Level { leaf, top, all };
std::optional<Level> parse_level(std::string_view text);
std::string_view to_string(Level level);
enum class Part { lead, cooperating, monitor };
std::string_view to_string(Part part);
std::optional<Part> parse_part(std::string_view text);

/// returned: the newest evidence was refused. ready_to_close: evidence was accepted and none waits.
/// unled: nobody leads it.
enum class Mark { returned, ready_to_close, unled };
std::string_view to_string(Mark mark);
std::optional<Mark> parse_mark(std::string_view text);

/// Where the acting role stands: give, the body that gave the task is within its scope; judge, that
/// or the monitoring body is; work, the lead is and the giver is not.
enum class Side { give, judge, work };
std::string_view to_string(Side side);

struct ListQuery {
    std::optional<Date> as_of;  ///< Absent: today.
    std::string search;
    std::vector<Status> statuses;  ///< Empty: all.
    std::optional<Alert> alert;
    std::optional<DocumentId> document;
    std::optional<TaskId> parent;
    std::optional<OrganisationId> lead;
    std::optional<OrganisationId> monitor;
    std::optional<DeadlineKind> deadline_kind;
    std::optional<Part> mine;
    std::optional<Side> side;  ///< Used in place of `mine`, by home.
    Level level = Level::leaf;
    std::optional<Mark> mark;
    std::string sort = "due_date";  ///< One of the contract's values; checked by parse_sort.
    int limit = 50;
    int offset = 0;
};
bool is_sort(std::string_view text);

struct Page {
    std::vector<Task> items;
    std::int64_t total = 0;
    Date as_of;
    std::map<Status, std::int64_t> counts;  ///< By status over the other filters.
};
/// Tasks within the scope of the acting role; how many statements does not depend on how many rows.
Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);
/// Counts by status only.
std::map<Status, std::int64_t> count_by_status(const db::ReadTx& tx,
                                               const auth::Actor& actor,
                                               const ListQuery& query);

struct Note {
    ProgressNoteId id;
    std::string author;
    organisations::OrganisationRef organisation;
    std::string text;
    std::optional<int> percent;
    Instant created_at;
};

enum class Decision { accepted, refused };
std::string_view to_string(Decision decision);
std::optional<Decision> parse_decision(std::string_view text);

struct Evidence {
    EvidenceId id;
    std::string document_number;
    Date document_date;
    std::string receiver;
    std::optional<std::string> result_text;
    std::optional<documents::FileRef> file;
    UserId filed_by;
    std::string filed_by_name;
    organisations::OrganisationRef filed_for;
    Instant filed_at;
    std::optional<Decision> decision;
    std::optional<std::string> decided_by_name;
    std::optional<organisations::OrganisationRef> decided_for;
    std::optional<Instant> decided_at;
    std::optional<std::string> decision_reason;
    bool may_decide = false;
};

enum class May { edit, add_note, file_evidence, decide_evidence, close };
std::string_view to_string(May may);

struct Detail {
    Task task;
    std::string text;
    std::optional<std::string> no_due_reason;
    std::optional<std::string> due_decided_by;
    std::optional<Instant> due_decided_at;
    std::optional<std::string> report_to_as_written;
    std::optional<Instant> closed_at;
    std::vector<Task> children;
    std::vector<Note> notes;         ///< Newest first.
    std::vector<Evidence> evidence;  ///< Newest first.
    std::vector<May> may;
};
/// Error(not_found) outside the scope.
Detail get(const db::ReadTx& tx, const auth::Actor& actor, const TaskId& id);

struct Assigned {
    std::int64_t created = 0;  ///< Tasks that are worked on.
    std::int64_t parents = 0;
};
/// Makes all tasks of the saved review and ends it, in the transaction of the caller: all or none.
Assigned assign(db::WriteTx& tx,
                const auth::Actor& actor,
                const DocumentId& document,
                std::int64_t review_version);

struct TaskInput {
    std::string title;
    std::optional<OrganisationId> lead;
    std::vector<OrganisationId> cooperating;
    std::optional<OrganisationId> monitor;
    DeadlineKind deadline_kind = DeadlineKind::none_given;
    std::optional<Date> due_date;
    std::optional<std::string> no_due_reason;
    std::optional<Recurrence> recurrence;
    Urgency urgency = Urgency::normal;
    std::optional<std::string>
        reason;  ///< Needed to change a due date that was set (an extension).
};
/// Error(conflict) with the task as it is when `version` is not the current one; so below.
void update(db::WriteTx& tx,
            const auth::Actor& actor,
            const TaskId& id,
            std::int64_t version,
            const TaskInput& input);

void add_note(db::WriteTx& tx,
              const auth::Actor& actor,
              const TaskId& id,
              const std::string& text,
              std::optional<int> percent);

struct NewEvidence {
    std::string document_number;
    Date document_date;  ///< From the issue date of the assigning document to today.
    std::string receiver;
    std::optional<std::string> result_text;
    std::optional<FileId> file;
};
EvidenceId file_evidence(db::WriteTx& tx,
                         const auth::Actor& actor,
                         const TaskId& id,
                         const NewEvidence& input);
/// By another account than the one that filed it; a refusal needs a reason. Returns its task.
TaskId decide_evidence(db::WriteTx& tx,
                       const auth::Actor& actor,
                       const EvidenceId& id,
                       Decision decision,
                       const std::optional<std::string>& reason);
/// Only with accepted evidence. `done_date` absent: the date of the newest accepted evidence.
void close(db::WriteTx& tx,
           const auth::Actor& actor,
           const TaskId& id,
           std::int64_t version,
           const std::optional<Date>& done_date);

/// What waits for the acting role, most urgent first; only groups that hold something.
struct HomeGroup {
    std::string key;
    std::int64_t total = 0;
    std::vector<Task> tasks;  ///< The first ten.
    std::vector<documents::DocumentSummary> documents;
};
std::vector<HomeGroup> home(const db::ReadTx& tx, const auth::Actor& actor);

/// What events of bodies do to the records of this module.
std::shared_ptr<const organisations::EventParticipant> event_participant();

/// Tasks within the scope that are worked on, counted for a report over many bodies.
struct LeadCount {
    std::optional<OrganisationId> lead;        ///< On the day.
    std::optional<OrganisationId> lead_today;  ///< As far as an assignment says it.
    bool is_undecided = false;                 ///< An event left open who leads it.
    Status status = Status::in_progress;
    std::int64_t count = 0;
};
std::vector<LeadCount> count_by_lead(const db::ReadTx& tx,
                                     const auth::Actor& actor,
                                     const Date& as_of);

void add_routes(http::Router& router);

}  // namespace hoiquan::tasks
