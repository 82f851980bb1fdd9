#include "tasks/store.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "tasks/sql.h"

namespace hoiquan::tasks {

namespace {

// Days, where no setting says otherwise (handbook 3.6).
constexpr int kSoon = 7;
constexpr int kYellow = 3;
constexpr int kYellowUrgent = 5;
constexpr int kDeepRed = 3;

using Settings = std::map<std::string, int>;

/// The whole-number settings of tasks that hold on the day; one that is no number is passed over.
Settings settings_on(const db::ReadTx& tx, const Date& day) {
    Settings out;
    tx.each(sql::list_settings, {day}, [&](const db::Row& row) {
        const auto text = row.text(1);
        int value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) {
            out[row.get<std::string>(0)] = value;
        }
    });
    return out;
}

int value_or(const Settings& settings, const char* name, int otherwise) {
    const auto found = settings.find(name);
    return found == settings.end() ? otherwise : found->second;
}

/// What is typed is found as it stands: wildcards are letters like any other.
std::optional<std::string> like(std::string_view search) {
    std::string words;
    for (const char c : fold(search)) {
        words += (c == '%' || c == '_' || c == '\\') ? std::string{'\\', c} : std::string{c};
    }
    return words.empty() ? std::nullopt : std::optional("%" + words + "%");
}

template <class T>
std::optional<std::string> name_of(const std::optional<T>& value) {
    return value ? std::optional<std::string>(to_string(*value)) : std::nullopt;
}

/// $1 to $19 of list.sql and count.sql.
db::Params filter_params(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    auto params = state_params(tx, actor, query.as_of.value_or(tx.today()));
    const db::Param alert =
        query.alert ? db::Param(static_cast<int>(*query.alert)) : db::Param(std::nullopt);
    const db::Params more{
        like(query.search),
        query.document,
        query.parent,
        query.lead,
        query.monitor,
        query.deadline_kind ? std::optional<std::string>(documents::to_string(*query.deadline_kind))
                            : std::nullopt,
        query.side ? name_of(query.side) : name_of(query.mine),
        to_string(query.level),
        alert,
        name_of(query.mark)};
    params.insert(params.end(), more.begin(), more.end());
    return params;
}

int days_late(const Task& task, const Date& as_of) {
    if (!task.due_date) {
        return 0;
    }
    if (task.status == Status::overdue && !task.is_parent) {
        return days_between(*task.due_date, as_of);
    }
    return task.status == Status::done_late && task.done_date
               ? days_between(*task.due_date, *task.done_date)
               : 0;
}

Task task_from(const db::Row& row, const Date& as_of) {
    Task out;
    out.id = row.get<TaskId>(0);
    out.organisation.id = row.get<OrganisationId>(1);
    out.document.id = row.get<DocumentId>(2);
    out.parent = row.get<std::optional<TaskId>>(3);
    out.is_parent = row.get<bool>(4);
    out.child_count = row.get<std::int64_t>(5);
    out.section = row.get<std::string>(6);
    out.title = row.get<std::string>(7);
    out.lead_as_written = row.get<std::optional<std::string>>(8);
    out.deadline_kind =
        documents::parse_deadline_kind(row.text(9)).value_or(DeadlineKind::none_given);
    out.deadline_as_written = row.get<std::optional<std::string>>(10);
    out.due_date = row.get<std::optional<Date>>(11);
    if (!row.is_null(12)) {
        out.recurrence = documents::parse_recurrence(row.text(12));
    }
    out.urgency = documents::parse_urgency(row.text(13)).value_or(Urgency::normal);
    out.status = parse_status(row.text(14)).value_or(Status::no_due_date);
    out.alert = static_cast<Alert>(row.get<int>(15));
    out.is_extended = row.get<std::int64_t>(16) > 0;
    out.done_date = row.get<std::optional<Date>>(17);
    out.version = row.get<std::int64_t>(18);
    out.is_returned =
        row.get<std::optional<std::int64_t>>(19).value_or(0) != 0 && !is_done(out.status);
    out.days_late = days_late(out, as_of);
    return out;
}

struct TaskAssignment {
    TaskId task;
    Assignment assignment;
};

TaskAssignment assignment_from(const db::Row& row) {
    return {row.get<TaskId>(0),
            {row.get<AssignmentId>(3),
             parse_part(row.text(1)).value_or(Part::lead),
             row.get<OrganisationId>(2)}};
}

/// One statement for any number of ids.
std::vector<TaskAssignment> assignments(const db::ReadTx& tx,
                                        const std::vector<TaskId>& ids,
                                        const Date& day) {
    boost::json::array wanted;
    for (const auto& id : ids) {
        wanted.emplace_back(id.str());
    }
    if (wanted.empty()) {
        return {};
    }
    return tx.list(sql::list_assignments, {boost::json::serialize(wanted), day}, assignment_from);
}

/// Gives the tasks their bodies and documents: a few statements for all of them.
void complete(const db::ReadTx& tx, std::vector<Task>& tasks, const Date& as_of) {
    std::vector<TaskId> ids;
    std::vector<DocumentId> documents;
    std::set<OrganisationId> bodies;
    for (const auto& task : tasks) {
        ids.push_back(task.id);
        documents.push_back(task.document.id);
        bodies.insert(task.organisation.id);
    }
    const auto links = assignments(tx, ids, as_of);
    for (const auto& link : links) {
        bodies.insert(link.assignment.organisation);
    }
    const auto names = organisations::refs(tx, {bodies.begin(), bodies.end()}, as_of);
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    const auto briefs = documents::briefs(tx, documents);
    std::map<TaskId, Task*> by_id;
    for (auto& task : tasks) {
        task.organisation = names.at(task.organisation.id);
        task.document = briefs.at(task.document.id);
        by_id[task.id] = &task;
    }
    for (const auto& link : links) {
        auto& task = *by_id.at(link.task);
        const auto& name = names.at(link.assignment.organisation);
        switch (link.assignment.part) {
            case Part::lead:
                task.lead = name;
                break;
            case Part::cooperating:
                task.cooperating.push_back(name);
                break;
            case Part::monitor:
                task.monitor = name;
                break;
        }
    }
}

std::optional<std::string> joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const auto& text : texts) {
        out += (out.empty() ? "" : "; ") + text;
    }
    return out.empty() ? std::nullopt : std::optional(out);
}

std::vector<Note> notes_of(const db::ReadTx& tx, const TaskId& id) {
    return tx.list(sql::list_notes, {id}, [](const db::Row& row) {
        return Note{row.get<ProgressNoteId>(0),
                    row.get<std::string>(1),
                    {row.get<OrganisationId>(2), "", std::nullopt},
                    row.get<std::string>(3),
                    row.get<std::optional<int>>(4),
                    row.get<Instant>(5)};
    });
}

std::vector<Evidence> evidence_of(const db::ReadTx& tx, const TaskId& id) {
    return tx.list(sql::list_evidence, {id}, [](const db::Row& row) {
        Evidence out;
        out.id = row.get<EvidenceId>(0);
        out.document_number = row.get<std::string>(1);
        out.document_date = row.get<Date>(2);
        out.receiver = row.get<std::string>(3);
        out.result_text = row.get<std::optional<std::string>>(4);
        if (!row.is_null(5)) {
            out.file = documents::FileRef{row.get<FileId>(5), "", "", 0, ""};
        }
        out.filed_by = row.get<std::optional<UserId>>(6).value_or(UserId());
        out.filed_by_name = row.get<std::string>(7);
        out.filed_for.id = row.get<OrganisationId>(8);
        out.filed_at = row.get<Instant>(9);
        if (!row.is_null(10)) {
            out.decision = parse_decision(row.text(10));
        }
        out.decided_by_name = row.get<std::optional<std::string>>(11);
        if (!row.is_null(12)) {
            out.decided_for =
                organisations::OrganisationRef{row.get<OrganisationId>(12), "", std::nullopt};
        }
        out.decided_at = row.get<std::optional<Instant>>(13);
        out.decision_reason = row.get<std::optional<std::string>>(14);
        return out;
    });
}

void name_bodies_and_files(const db::ReadTx& tx, Detail& detail) {
    std::set<OrganisationId> bodies;
    std::vector<FileId> files;
    for (const auto& note : detail.notes) {
        bodies.insert(note.organisation.id);
    }
    for (const auto& evidence : detail.evidence) {
        bodies.insert(evidence.filed_for.id);
        if (evidence.decided_for) {
            bodies.insert(evidence.decided_for->id);
        }
        if (evidence.file) {
            files.push_back(evidence.file->id);
        }
    }
    const auto names = organisations::refs(tx, {bodies.begin(), bodies.end()}, tx.today());
    const auto file_refs = documents::file_refs(tx, files);
    for (auto& note : detail.notes) {
        note.organisation = names.at(note.organisation.id);
    }
    for (auto& evidence : detail.evidence) {
        evidence.filed_for = names.at(evidence.filed_for.id);
        if (evidence.decided_for) {
            evidence.decided_for = names.at(evidence.decided_for->id);
        }
        if (evidence.file) {
            evidence.file = file_refs.at(evidence.file->id);
        }
    }
}

}  // namespace

db::Params state_params(const db::ReadTx& tx, const auth::Actor& actor, const Date& as_of) {
    const auto days = thresholds(tx, as_of);
    // Midnight in Vietnam is 17:00 UTC of the day before.
    const auto until = Instant::parse_iso(as_of.iso() + "T17:00:00Z").value_or(tx.now());
    return auth::scoped(
        tx, actor, {days.as_of, until, days.soon, days.yellow, days.yellow_urgent, days.deep_red});
}

Thresholds thresholds(const db::ReadTx& tx, const Date& as_of) {
    const auto held = settings_on(tx, as_of);
    return {as_of,
            as_of.plus_days(value_or(held, "tasks.due_soon_days", kSoon)),
            as_of.plus_days(value_or(held, "tasks.yellow_days", kYellow)),
            as_of.plus_days(value_or(held, "tasks.yellow_days_urgent", kYellowUrgent)),
            as_of.plus_days(-value_or(held, "tasks.deep_red_days", kDeepRed))};
}

std::vector<Task> find_page(const db::ReadTx& tx,
                            const auth::Actor& actor,
                            const ListQuery& query) {
    const Date as_of = query.as_of.value_or(tx.today());
    auto params = filter_params(tx, actor, query);
    std::optional<std::string> statuses;
    for (const auto status : query.statuses) {
        statuses = statuses.value_or(",") + std::string(to_string(status)) + ",";
    }
    const db::Params more{statuses, query.sort, query.limit, query.offset};
    params.insert(params.end(), more.begin(), more.end());
    auto tasks =
        tx.list(sql::list, params, [&](const db::Row& row) { return task_from(row, as_of); });
    complete(tx, tasks, as_of);
    return tasks;
}

std::map<Status, std::int64_t> count_statuses(const db::ReadTx& tx,
                                              const auth::Actor& actor,
                                              const ListQuery& query) {
    std::map<Status, std::int64_t> out;
    tx.each(sql::count, filter_params(tx, actor, query), [&](const db::Row& row) {
        if (const auto status = parse_status(row.text(0))) {
            out[*status] = row.get<std::int64_t>(1);
        }
    });
    return out;
}

std::optional<Task> find_visible(const db::ReadTx& tx, const auth::Actor& actor, const TaskId& id) {
    auto params = state_params(tx, actor, tx.today());
    params.emplace_back(id);
    auto tasks = tx.list(
        sql::find_visible, params, [&](const db::Row& row) { return task_from(row, tx.today()); });
    if (tasks.empty()) {
        return std::nullopt;
    }
    complete(tx, tasks, tx.today());
    return tasks.front();
}

void load_more(const db::ReadTx& tx, Detail& detail) {
    tx.each(sql::find_more, {detail.task.id}, [&](const db::Row& row) {
        detail.text = row.get<std::string>(0);
        detail.no_due_reason = row.get<std::optional<std::string>>(1);
        detail.due_decided_by = row.get<std::optional<std::string>>(2);
        detail.due_decided_at = row.get<std::optional<Instant>>(3);
        detail.report_to_as_written = row.get<std::optional<std::string>>(4);
        detail.closed_at = row.get<std::optional<Instant>>(5);
    });
    detail.notes = notes_of(tx, detail.task.id);
    detail.evidence = evidence_of(tx, detail.task.id);
    name_bodies_and_files(tx, detail);
}

std::optional<EvidenceFacts> find_evidence(const db::ReadTx& tx, const EvidenceId& id) {
    return tx.find(sql::find_evidence, {id}, [](const db::Row& row) {
        return EvidenceFacts{row.get<TaskId>(0),
                             row.get<std::optional<UserId>>(1).value_or(UserId()),
                             !row.is_null(2)};
    });
}

std::optional<Date> newest_accepted(const db::ReadTx& tx, const TaskId& id) {
    return tx
        .find(sql::newest_accepted,
              {id},
              [](const db::Row& row) { return row.get<std::optional<Date>>(0); })
        .value_or(std::nullopt);
}

TaskId insert(db::WriteTx& tx, const auth::Actor& actor, const NewTask& task) {
    auto id = tx.new_id<TaskId>();
    const auto& source = task.source;
    const std::optional<UserId> decided_by =
        task.due_was_decided ? std::optional(actor.user) : std::nullopt;
    const std::optional<Instant> decided_at =
        task.due_was_decided ? std::optional(tx.now()) : std::nullopt;
    tx.exec(
        sql::insert_task,
        {id,
         task.organisation,
         task.document,
         task.parent,
         task.is_parent,
         task.position,
         source.section,
         task.title,
         source.text,
         source.start,
         source.end,
         joined(source.lead_as_written),
         task.lead_key,
         documents::to_string(source.deadline_kind),
         source.deadline_as_written,
         source.due_date,
         source.no_due_reason,
         decided_by,
         decided_at,
         source.recurrence ? std::optional<std::string>(documents::to_string(*source.recurrence))
                           : std::nullopt,
         documents::to_string(source.urgency),
         source.report_to_as_written,
         task.search_key,
         actor.user,
         tx.now()});
    return id;
}

std::vector<Assignment> assignments_of(const db::ReadTx& tx, const TaskId& task) {
    std::vector<Assignment> out;
    for (const auto& row : assignments(tx, {task}, tx.today())) {
        out.push_back(row.assignment);
    }
    return out;
}

void insert_assignment(db::WriteTx& tx,
                       const TaskId& task,
                       Part part,
                       const OrganisationId& organisation) {
    tx.exec(sql::insert_assignment,
            {tx.new_id<AssignmentId>(), task, to_string(part), organisation, tx.today(), tx.now()});
}

void end_assignment(db::WriteTx& tx, const Assignment& assignment) {
    tx.exec(sql::end_assignment, {tx.new_id<AssignmentId>(), tx.today(), tx.now(), assignment.id});
    tx.exec(sql::supersede_assignment, {tx.now(), assignment.id});
}

bool update_row(db::WriteTx& tx,
                const auth::Actor& actor,
                const TaskId& id,
                std::int64_t version,
                const Change& change) {
    const auto& input = change.input;
    return tx.exec(sql::update_task,
                   {input.title,
                    documents::to_string(input.deadline_kind),
                    input.due_date,
                    input.no_due_reason,
                    input.recurrence
                        ? std::optional<std::string>(documents::to_string(*input.recurrence))
                        : std::nullopt,
                    documents::to_string(input.urgency),
                    change.is_extension,
                    change.due_was_decided ? std::optional(actor.user) : std::nullopt,
                    change.due_was_decided ? std::optional(tx.now()) : std::nullopt,
                    change.lead_key,
                    change.search_key,
                    id,
                    version}) == 1;
}

bool close_row(db::WriteTx& tx,
               const auth::Actor& actor,
               const TaskId& id,
               std::int64_t version,
               const Date& done_date) {
    return tx.exec(sql::close_task, {tx.now(), actor.user, done_date, id, version}) == 1;
}

ProgressNoteId insert_note(db::WriteTx& tx,
                           const auth::Actor& actor,
                           const TaskId& id,
                           const std::string& text,
                           std::optional<int> percent) {
    auto note = tx.new_id<ProgressNoteId>();
    tx.exec(sql::insert_note,
            {note, id, actor.user, actor.organisation(), text, percent, tx.now()});
    return note;
}

EvidenceId insert_evidence(db::WriteTx& tx,
                           const auth::Actor& actor,
                           const TaskId& id,
                           const NewEvidence& input) {
    auto evidence = tx.new_id<EvidenceId>();
    tx.exec(sql::insert_evidence,
            {evidence,
             id,
             input.document_number,
             input.document_date,
             input.receiver,
             input.result_text,
             input.file,
             actor.user,
             actor.organisation(),
             tx.now()});
    tx.exec(sql::touch_task, {id});
    return evidence;
}

bool decide_row(db::WriteTx& tx,
                const auth::Actor& actor,
                const EvidenceId& id,
                Decision decision,
                const std::optional<std::string>& reason) {
    const bool done =
        tx.exec(sql::decide_evidence,
                {to_string(decision), actor.user, actor.organisation(), tx.now(), reason, id}) == 1;
    const auto facts = find_evidence(tx, id);
    if (done && facts) {
        tx.exec(sql::touch_task, {facts->task});
    }
    return done;
}

}  // namespace hoiquan::tasks
