#include "tasks/service.h"

#include <algorithm>
#include <set>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/error.h"
#include "base/text.h"
#include "platform/audit/audit.h"
#include "tasks/json.h"
#include "tasks/store.h"

namespace hoiquan::tasks {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestTitle = 150;  // Code points.
constexpr int kMostChildren = 2000;

/// One event of a task's history.
struct Happening {
    std::string action;
    json::value before = nullptr;
    json::value after = nullptr;
    std::string reason = {};
};

void record(db::WriteTx& tx, const auth::Actor& actor, const TaskId& id, Happening what) {
    audit::record(tx,
                  actor,
                  {.action = std::move(what.action),
                   .entity = "task",
                   .entity_id = id.str(),
                   .before = std::move(what.before),
                   .after = std::move(what.after),
                   .reason = std::move(what.reason),
                   .parent_entity_id = {}});
}

void demand(bool may, const char* key) {
    if (!may) {
        throw Error(ErrorCode::forbidden, key);
    }
}

[[noreturn]] void refuse_conflict(const db::ReadTx& tx,
                                  const auth::Actor& actor,
                                  const TaskId& id) {
    throw Error(ErrorCode::conflict, "http.conflict")
        .with_current(json::serialize(to_json(get(tx, actor, id))));
}

/// Whether one may act at all is asked first, then whether it was meant for the task as it is now:
/// who comes too late is shown what the other did, not that it is closed.
Standing while_open(Standing standing) {
    standing.is_closed = false;
    return standing;
}

void check_version(const db::ReadTx& tx,
                   const auth::Actor& actor,
                   const Task& task,
                   std::int64_t version) {
    if (task.version != version) {
        refuse_conflict(tx, actor, task.id);
    }
}

json::value id_or_null(const std::optional<organisations::OrganisationRef>& ref) {
    return ref ? json::value(ref->id.str()) : json::value(nullptr);
}

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

/// Everything that update() may change.
json::object facts_of(const Detail& detail) {
    const auto& task = detail.task;
    json::array cooperating;
    for (const auto& body : task.cooperating) {
        cooperating.emplace_back(body.id.str());
    }
    return {{"title", task.title},
            {"lead_id", id_or_null(task.lead)},
            {"cooperating_ids", std::move(cooperating)},
            {"monitor_id", id_or_null(task.monitor)},
            {"deadline_kind", documents::to_string(task.deadline_kind)},
            {"due_date", task.due_date ? json::value(task.due_date->iso()) : json::value(nullptr)},
            {"no_due_reason", text_or_null(detail.no_due_reason)},
            {"recurrence",
             task.recurrence ? json::value(documents::to_string(*task.recurrence))
                             : json::value(nullptr)},
            {"urgency", documents::to_string(task.urgency)}};
}

/// Only the fields that differ.
std::pair<json::object, json::object> difference(const json::object& before,
                                                 const json::object& after) {
    std::pair<json::object, json::object> out;
    for (const auto& member : after) {
        const auto* old = before.if_contains(member.key());
        if (old == nullptr || *old != member.value()) {
            out.first[member.key()] = old == nullptr ? json::value(nullptr) : *old;
            out.second[member.key()] = member.value();
        }
    }
    return out;
}

/// The issue date of the document, when the day lies before it.
std::optional<PartialDate> issue_after(const Task& task, const std::optional<Date>& day) {
    const auto issued = task.document.issue_date;
    return issued && day && *day < issued->date ? issued : std::nullopt;
}

std::vector<Fault> due_date_faults(const Task& task, const TaskInput& input) {
    std::vector<Fault> faults;
    const bool is_dated = input.deadline_kind == DeadlineKind::fixed_date ||
                          input.deadline_kind == DeadlineKind::from_issue_date;
    if (is_dated && !input.due_date) {
        faults.push_back({"/due_date", "tasks.due_date_missing", {}});
    }
    if (!is_dated && input.due_date) {
        faults.push_back({"/due_date", "tasks.due_date_without_kind", {}});
    }
    if (const auto issued = issue_after(task, input.due_date)) {
        faults.push_back(
            {"/due_date", "tasks.due_date_before_issue", {{"date", to_display(*issued)}}});
    }
    const bool changes_set_date = task.due_date && input.due_date != task.due_date;
    if (changes_set_date && !input.reason) {
        faults.push_back({"/reason", "tasks.extension_reason_missing", {}});
    }
    return faults;
}

std::vector<Fault> body_faults(const db::ReadTx& tx, const Task& task, const TaskInput& input) {
    std::vector<Fault> faults;
    const auto check = [&](const std::optional<OrganisationId>& id, const char* field) {
        if (id && !organisations::exists_on(tx, *id, tx.today())) {
            faults.push_back({field, "organisations.not_found", {}});
        }
    };
    check(input.lead, "/lead_id");
    check(input.monitor, "/monitor_id");
    std::set<OrganisationId> taking_part;
    if (input.lead) {
        taking_part.insert(*input.lead);
    }
    for (const auto& body : input.cooperating) {
        check(body, "/cooperating_ids");
        if (!taking_part.insert(body).second) {
            faults.push_back({"/cooperating_ids", "documents.body_twice", {}});
        }
    }
    if (task.is_parent && input.lead) {
        faults.push_back({"/lead_id", "tasks.parent_has_no_lead", {}});
    }
    return faults;
}

std::vector<Fault> faults_of(const db::ReadTx& tx, const Task& task, const TaskInput& input) {
    auto faults = due_date_faults(task, input);
    auto more = body_faults(tx, task, input);
    faults.insert(faults.end(), more.begin(), more.end());
    if (input.title.empty()) {
        faults.push_back({"/title", "field.required", {}});
    }
    return faults;
}

/// Ends the rows that no longer hold and opens the new ones.
void change_assignments(db::WriteTx& tx,
                        const TaskId& id,
                        Part part,
                        const std::vector<OrganisationId>& wanted) {
    std::vector<OrganisationId> kept;
    for (const auto& held : assignments_of(tx, id)) {
        if (held.part != part) {
            continue;
        }
        if (std::find(wanted.begin(), wanted.end(), held.organisation) == wanted.end()) {
            end_assignment(tx, held);
        } else {
            kept.push_back(held.organisation);
        }
    }
    for (const auto& organisation : wanted) {
        if (std::find(kept.begin(), kept.end(), organisation) == kept.end()) {
            insert_assignment(tx, id, part, organisation);
        }
    }
}

std::vector<OrganisationId> as_list(const std::optional<OrganisationId>& id) {
    return id ? std::vector{*id} : std::vector<OrganisationId>{};
}

std::vector<May> allowed(const auth::Actor& actor,
                         const Seen& seen,
                         const std::vector<Evidence>& evidence) {
    std::vector<May> out;
    if (may_edit(actor, seen.standing)) {
        out.push_back(May::edit);
    }
    if (may_work(actor, seen.standing)) {
        out.push_back(May::add_note);
        out.push_back(May::file_evidence);
    }
    if (std::any_of(
            evidence.begin(), evidence.end(), [](const Evidence& e) { return e.may_decide; })) {
        out.push_back(May::decide_evidence);
    }
    if (may_close(actor, seen.standing)) {
        out.push_back(May::close);
    }
    return out;
}

}  // namespace

Seen see(const db::ReadTx& tx, const auth::Actor& actor, const TaskId& id) {
    auto task = find_visible(tx, actor, id);
    if (!task) {
        throw Error(ErrorCode::not_found, "tasks.not_found");
    }
    Detail detail;
    detail.task = *task;
    load_more(tx, detail);
    Standing standing;
    standing.reaches_owner = organisations::reaches(tx, actor, task->organisation.id);
    standing.reaches_lead = task->lead && organisations::reaches(tx, actor, task->lead->id);
    standing.reaches_monitor =
        task->monitor && organisations::reaches(tx, actor, task->monitor->id);
    standing.is_closed = detail.closed_at.has_value();
    standing.is_parent = task->is_parent;
    for (const auto& evidence : detail.evidence) {
        standing.has_waiting_evidence = standing.has_waiting_evidence || !evidence.decision;
        standing.has_accepted_evidence =
            standing.has_accepted_evidence || evidence.decision == Decision::accepted;
    }
    return {std::move(detail), standing};
}

std::string title_of(std::string_view text) {
    std::string flat = collapse_blanks(text);
    // "1. ", "a) ", "- ": the number stands in its own column.
    const auto blank = flat.find(' ');
    const bool is_numbered =
        blank != std::string::npos && blank <= 5 && blank > 0 &&
        std::string_view(".)-+*").find(flat[blank - 1]) != std::string_view::npos;
    if (is_numbered) {
        flat.erase(0, blank + 1);
    }
    const auto points = to_code_points(flat);
    if (points.size() <= kLongestTitle) {
        return flat;
    }
    const auto cut = points.rfind(U' ', kLongestTitle);
    return to_utf8(points.substr(0, cut == std::u32string::npos ? kLongestTitle : cut)) + " …";
}

std::string search_key_of(const TaskInput& input,
                          const std::string& quote,
                          const std::string& lead_name,
                          const documents::DocumentBrief& document) {
    return fold(input.title + " " + quote + " " + lead_name + " " + document.number.value_or("") +
                "-" + document.symbol.value_or(""));
}

Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    Page out;
    out.as_of = query.as_of.value_or(tx.today());
    out.items = find_page(tx, actor, query);
    out.counts = count_statuses(tx, actor, query);
    for (const auto& [status, n] : out.counts) {
        const bool wanted =
            query.statuses.empty() ||
            std::find(query.statuses.begin(), query.statuses.end(), status) != query.statuses.end();
        out.total += wanted ? n : 0;
    }
    return out;
}

std::map<Status, std::int64_t> count_by_status(const db::ReadTx& tx,
                                               const auth::Actor& actor,
                                               const ListQuery& query) {
    return count_statuses(tx, actor, query);
}

Detail get(const db::ReadTx& tx, const auth::Actor& actor, const TaskId& id) {
    const auto seen = see(tx, actor, id);
    Detail out = seen.detail;
    for (auto& evidence : out.evidence) {
        evidence.may_decide =
            !evidence.decision && may_decide(actor, seen.standing, evidence.filed_by);
    }
    if (out.task.is_parent) {
        ListQuery query;
        query.parent = id;
        query.sort = "position";
        query.limit = kMostChildren;
        out.children = find_page(tx, actor, query);
    }
    out.may = allowed(actor, seen, out.evidence);
    return out;
}

void update(db::WriteTx& tx,
            const auth::Actor& actor,
            const TaskId& id,
            std::int64_t version,
            const TaskInput& input) {
    const auto seen = see(tx, actor, id);
    demand(may_edit(actor, while_open(seen.standing)), "tasks.may_not_edit");
    const auto& before = seen.detail.task;
    check_version(tx, actor, before, version);
    demand(!seen.standing.is_closed, "tasks.closed");
    auto faults = faults_of(tx, before, input);
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    std::optional<std::string> lead_name;
    if (input.lead) {
        lead_name = organisations::ref(tx, *input.lead, tx.today()).name;
    }
    Change change{input, false, false, std::nullopt, ""};
    change.is_extension = before.due_date && input.due_date != before.due_date;
    // A date counted from the issue date is, once moved, a date like any other (handbook 3.3).
    if (change.is_extension && input.deadline_kind == DeadlineKind::from_issue_date) {
        change.input.deadline_kind = DeadlineKind::fixed_date;
    }
    change.due_was_decided = !before.due_date && input.due_date;
    change.lead_key = lead_name ? std::optional(sort_key(*lead_name)) : std::nullopt;
    change.search_key =
        search_key_of(input, seen.detail.text, lead_name.value_or(""), before.document);
    if (!update_row(tx, actor, id, version, change)) {
        refuse_conflict(tx, actor, id);
    }
    change_assignments(tx, id, Part::lead, as_list(input.lead));
    change_assignments(tx, id, Part::cooperating, input.cooperating);
    change_assignments(tx, id, Part::monitor, as_list(input.monitor));
    const auto after = see(tx, actor, id);
    auto [old_facts, new_facts] = difference(facts_of(seen.detail), facts_of(after.detail));
    record(tx,
           actor,
           id,
           {change.is_extension ? "task.extended" : "task.changed",
            std::move(old_facts),
            std::move(new_facts),
            input.reason.value_or("")});
}

void add_note(db::WriteTx& tx,
              const auth::Actor& actor,
              const TaskId& id,
              const std::string& text,
              std::optional<int> percent) {
    const auto seen = see(tx, actor, id);
    demand(may_work(actor, seen.standing),
           seen.standing.is_closed ? "tasks.closed" : "tasks.may_not_work");
    insert_note(tx, actor, id, text, percent);
    record(tx,
           actor,
           id,
           {"task.note_added",
            nullptr,
            json::object{{"text", text},
                         {"percent", percent ? json::value(*percent) : json::value(nullptr)}}});
}

EvidenceId file_evidence(db::WriteTx& tx,
                         const auth::Actor& actor,
                         const TaskId& id,
                         const NewEvidence& input) {
    const auto seen = see(tx, actor, id);
    demand(may_work(actor, seen.standing),
           seen.standing.is_closed ? "tasks.closed" : "tasks.may_not_work");
    std::vector<Fault> faults;
    if (input.document_date > tx.today()) {
        faults.push_back({"/document_date", "tasks.evidence_in_future", {}});
    } else if (const auto issued = issue_after(seen.detail.task, input.document_date)) {
        faults.push_back(
            {"/document_date", "tasks.evidence_before_issue", {{"date", to_display(*issued)}}});
    }
    if (input.file && !documents::find_file(tx, actor, *input.file)) {
        faults.push_back({"/file_id", "documents.file_not_found", {}});
    }
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    auto evidence = insert_evidence(tx, actor, id, input);
    record(tx,
           actor,
           id,
           {"task.evidence_filed",
            nullptr,
            json::object{
                {"evidence_id", evidence.str()},
                {"document_number", input.document_number},
                {"document_date", input.document_date.iso()},
                {"receiver", input.receiver},
                {"file_id", input.file ? json::value(input.file->str()) : json::value(nullptr)}}});
    return evidence;
}

TaskId decide_evidence(db::WriteTx& tx,
                       const auth::Actor& actor,
                       const EvidenceId& id,
                       Decision decision,
                       const std::optional<std::string>& reason) {
    const auto facts = find_evidence(tx, id);
    // One answer for what is not there and for what another body has.
    if (!facts || !find_visible(tx, actor, facts->task)) {
        throw Error(ErrorCode::not_found, "tasks.evidence_not_found");
    }
    const auto seen = see(tx, actor, facts->task);
    demand(may_judge(actor, while_open(seen.standing)), "tasks.may_not_judge");
    demand(actor.user != facts->filed_by, "tasks.own_evidence");
    demand(!seen.standing.is_closed, "tasks.closed");
    if (decision == Decision::refused && !reason) {
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/reason", "tasks.refusal_reason_missing", {}}});
    }
    if (facts->is_decided || !decide_row(tx, actor, id, decision, reason)) {
        refuse_conflict(tx, actor, facts->task);
    }
    record(tx,
           actor,
           facts->task,
           {decision == Decision::accepted ? "task.evidence_accepted" : "task.evidence_refused",
            nullptr,
            json::object{{"evidence_id", id.str()}, {"decision", to_string(decision)}},
            reason.value_or("")});
    return facts->task;
}

void close(db::WriteTx& tx,
           const auth::Actor& actor,
           const TaskId& id,
           std::int64_t version,
           const std::optional<Date>& done_date) {
    const auto seen = see(tx, actor, id);
    demand(may_judge(actor, while_open(seen.standing)), "tasks.may_not_judge");
    check_version(tx, actor, seen.detail.task, version);
    demand(!seen.standing.is_closed, "tasks.closed");
    const auto newest = newest_accepted(tx, id);
    if (!newest || seen.standing.has_waiting_evidence) {
        throw Error(ErrorCode::invalid,
                    newest ? "tasks.evidence_waits" : "tasks.no_accepted_evidence");
    }
    const Date done = done_date.value_or(*newest);
    if (done > tx.today() || issue_after(seen.detail.task, done)) {
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/done_date", "tasks.bad_done_date", {}}});
    }
    if (!close_row(tx, actor, id, version, done)) {
        refuse_conflict(tx, actor, id);
    }
    record(tx, actor, id, {"task.closed", nullptr, json::object{{"done_date", done.iso()}}});
}

}  // namespace hoiquan::tasks
