#include "tasks/json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "documents/json.h"
#include "organisations/json.h"
#include "platform/http/json_reader.h"

namespace hoiquan::tasks {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostBodies = 200;

json::value or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}
json::value or_null(const std::optional<Date>& date) {
    return date ? json::value(date->iso()) : json::value(nullptr);
}
json::value or_null(const std::optional<Instant>& at) {
    return at ? json::value(at->iso()) : json::value(nullptr);
}

json::array tasks_json(const std::vector<Task>& tasks) {
    json::array out;
    for (const auto& task : tasks) {
        out.push_back(to_json(task));
    }
    return out;
}

json::value note_json(const Note& note) {
    return json::object{
        {"id", note.id.str()},
        {"author", note.author},
        {"organisation", organisations::to_json(note.organisation)},
        {"text", note.text},
        {"percent", note.percent ? json::value(*note.percent) : json::value(nullptr)},
        {"created_at", note.created_at.iso()}};
}

json::value evidence_json(const Evidence& evidence) {
    return json::object{
        {"id", evidence.id.str()},
        {"document_number", evidence.document_number},
        {"document_date", evidence.document_date.iso()},
        {"receiver", evidence.receiver},
        {"result_text", or_null(evidence.result_text)},
        {"file", documents::to_json(evidence.file)},
        {"filed_by", evidence.filed_by_name},
        {"filed_for", organisations::to_json(evidence.filed_for)},
        {"filed_at", evidence.filed_at.iso()},
        {"decision",
         evidence.decision ? json::value(to_string(*evidence.decision)) : json::value(nullptr)},
        {"decided_by", or_null(evidence.decided_by_name)},
        {"decided_for", organisations::to_json(evidence.decided_for)},
        {"decided_at", or_null(evidence.decided_at)},
        {"decision_reason", or_null(evidence.decision_reason)},
        {"may_decide", evidence.may_decide}};
}

}  // namespace

json::value to_json(const Task& task) {
    return json::object{
        {"id", task.id.str()},
        {"organisation", organisations::to_json(task.organisation)},
        {"document", documents::to_json(task.document)},
        {"parent_id", task.parent ? json::value(task.parent->str()) : json::value(nullptr)},
        {"is_parent", task.is_parent},
        {"child_count", task.child_count},
        {"section", task.section},
        {"title", task.title},
        {"lead", organisations::to_json(task.lead)},
        {"lead_as_written", or_null(task.lead_as_written)},
        {"cooperating", organisations::to_json(task.cooperating)},
        {"monitor", organisations::to_json(task.monitor)},
        {"deadline_kind", documents::to_string(task.deadline_kind)},
        {"deadline_as_written", or_null(task.deadline_as_written)},
        {"due_date", or_null(task.due_date)},
        {"recurrence",
         task.recurrence ? json::value(documents::to_string(*task.recurrence))
                         : json::value(nullptr)},
        {"urgency", documents::to_string(task.urgency)},
        {"status", to_string(task.status)},
        {"alert", to_string(task.alert)},
        {"days_late", task.days_late},
        {"is_returned", task.is_returned},
        {"is_extended", task.is_extended},
        {"done_date", or_null(task.done_date)},
        {"version", task.version}};
}

json::value to_json(const Detail& detail) {
    auto out = to_json(detail.task).as_object();
    out["text"] = detail.text;
    out["no_due_reason"] = or_null(detail.no_due_reason);
    out["due_decided_by"] = or_null(detail.due_decided_by);
    out["due_decided_at"] = or_null(detail.due_decided_at);
    out["report_to_as_written"] = or_null(detail.report_to_as_written);
    out["closed_at"] = or_null(detail.closed_at);
    out["children"] = tasks_json(detail.children);
    json::array notes;
    for (const auto& note : detail.notes) {
        notes.push_back(note_json(note));
    }
    out["notes"] = std::move(notes);
    json::array evidence;
    for (const auto& item : detail.evidence) {
        evidence.push_back(evidence_json(item));
    }
    out["evidence"] = std::move(evidence);
    json::array may;
    for (const auto& item : detail.may) {
        may.emplace_back(to_string(item));
    }
    out["may"] = std::move(may);
    return out;
}

json::value to_json(const Page& page, int limit, int offset) {
    auto out = http::page_json(tasks_json(page.items), page.total, limit, offset).as_object();
    out["as_of"] = page.as_of.iso();
    json::object counts;
    for (const auto& [status, n] : page.counts) {
        counts[to_string(status)] = n;
    }
    out["counts"] = std::move(counts);
    return out;
}

json::value to_json(const std::vector<HomeGroup>& groups, const Date& today) {
    json::array out;
    for (const auto& group : groups) {
        json::array documents;
        for (const auto& document : group.documents) {
            documents.push_back(documents::to_json(document));
        }
        out.push_back(json::object{{"key", group.key},
                                   {"total", group.total},
                                   {"tasks", tasks_json(group.tasks)},
                                   {"documents", std::move(documents)}});
    }
    return json::object{{"today", today.iso()}, {"groups", std::move(out)}};
}

TaskInput task_input_from_json(const json::value& body) {
    http::JsonReader reader(body);
    TaskInput input;
    input.title = reader.required_text("title", 500);
    input.lead = reader.id<OrganisationId>("lead_id");
    input.cooperating = reader.ids<OrganisationId>("cooperating_ids", kMostBodies);
    input.monitor = reader.id<OrganisationId>("monitor_id");
    const auto kind = reader.choice("deadline_kind", documents::parse_deadline_kind);
    input.due_date = reader.date("due_date");
    input.no_due_reason = reader.text("no_due_reason", 500);
    input.recurrence = reader.choice("recurrence", documents::parse_recurrence);
    const auto urgency = reader.choice("urgency", documents::parse_urgency);
    input.reason = reader.text("reason", 500);
    for (const char* name : {"deadline_kind", "urgency"}) {
        if (!reader.has(name)) {
            reader.fault(name, "field.required");
        }
    }
    reader.check();
    input.deadline_kind = kind.value_or(DeadlineKind::none_given);
    input.urgency = urgency.value_or(Urgency::normal);
    return input;
}

NewEvidence new_evidence_from_json(const json::value& body) {
    http::JsonReader reader(body);
    NewEvidence input;
    input.document_number = reader.required_text("document_number", 100);
    const auto date = reader.date("document_date");
    if (!reader.has("document_date")) {
        reader.fault("document_date", "field.required");
    }
    input.receiver = reader.required_text("receiver", 300);
    input.result_text = reader.text("result_text", 600);
    input.file = reader.id<FileId>("file_id");
    reader.check();
    input.document_date = date.value_or(Date());
    return input;
}

}  // namespace hoiquan::tasks
