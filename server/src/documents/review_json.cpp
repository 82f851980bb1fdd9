#include "documents/review_json.h"

#include <functional>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "documents/input_json.h"
#include "organisations/json.h"

namespace hoiquan::documents {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxTasks = 1000;
constexpr std::size_t kMaxItems = 1000;
constexpr std::size_t kMaxBodies = 500;
constexpr std::size_t kMaxKey = 40;
constexpr std::size_t kMaxSection = 100;
constexpr std::size_t kMaxTaskText = 20'000;
constexpr std::size_t kMaxText = 2000;
constexpr std::size_t kMaxBodyText = 1000;
constexpr std::size_t kMaxReason = 500;
constexpr std::size_t kMaxWord = 40;
constexpr std::int64_t kMaxPosition = 100'000'000;

using WriteBody = std::function<json::value(const OrganisationId&)>;

json::array texts_json(const std::vector<std::string>& texts) {
    return json::array(texts.begin(), texts.end());
}

json::array bodies_json(const std::vector<OrganisationId>& ids, const WriteBody& write) {
    json::array out;
    for (const auto& id : ids) {
        out.push_back(write(id));
    }
    return out;
}

json::value number_or_null(const std::optional<std::int64_t>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}

json::object task_json(const ReviewTask& task, const WriteBody& write) {
    return {{"key", task.key},
            {"origin", to_string(task.origin)},
            {"include", task.include},
            {"section", task.section},
            {"text", task.text},
            {"start", number_or_null(task.start)},
            {"end", number_or_null(task.end)},
            {"lead_as_written", texts_json(task.lead_as_written)},
            {"leads", bodies_json(task.leads, write)},
            {"cooperating_as_written", texts_json(task.cooperating_as_written)},
            {"cooperating", bodies_json(task.cooperating, write)},
            {"monitor", task.monitor ? write(*task.monitor) : json::value(nullptr)},
            {"deadline_as_written", text_or_null(task.deadline_as_written)},
            {"deadline_kind", to_string(task.deadline_kind)},
            {"due_date", date_or_null(task.due_date)},
            {"no_due_reason", text_or_null(task.no_due_reason)},
            {"recurrence",
             task.recurrence ? json::value(to_string(*task.recurrence)) : json::value(nullptr)},
            {"report_to_as_written", text_or_null(task.report_to_as_written)},
            {"urgency", to_string(task.urgency)}};
}

json::object content_json(const ReviewContent& content, const WriteBody& write) {
    json::array citations;
    for (const auto& citation : content.citations) {
        citations.push_back(json::object{{"text", citation.text},
                                         {"document_type", citation.document_type},
                                         {"number_symbol", text_or_null(citation.number_symbol)},
                                         {"issue_date", date_or_null(citation.issue_date)},
                                         {"issuer", text_or_null(citation.issuer)},
                                         {"relation", citation.relation}});
    }
    json::array recipients;
    for (const auto& recipient : content.recipients) {
        recipients.push_back(
            json::object{{"text", recipient.text}, {"purpose", text_or_null(recipient.purpose)}});
    }
    json::array tasks;
    for (const auto& task : content.tasks) {
        tasks.push_back(task_json(task, write));
    }
    json::array events;
    for (const auto& event : content.events) {
        events.push_back(json::object{{"key", event.key}, {"include", event.include}});
    }
    return {{"metadata", input_json(content.metadata)},
            {"citations", std::move(citations)},
            {"recipients", std::move(recipients)},
            {"tasks", std::move(tasks)},
            {"events", std::move(events)}};
}

json::value id_only(const OrganisationId& id) {
    return json::object{{"id", id.str()}};
}

json::object places_json(const Draft& draft) {
    json::object out;
    for (const auto& [pointer, place] : draft.places) {
        out[pointer] = json::array{place.start, place.end, place.confidence};
    }
    return out;
}

void add_found(json::object& draft, const Found& found) {
    for (auto& member : to_json(found)) {
        draft[member.key()] = std::move(member.value());
    }
}

/// A body as the client sends it back: its id counts, its names are for showing.
std::optional<OrganisationId> read_body(http::JsonReader& reader) {
    auto id = reader.id<OrganisationId>("id");
    if (!reader.has("id")) {
        reader.fault("id", "field.required");
    }
    reader.text("name", kMaxBodyText);
    reader.text("short_name", kMaxBodyText);
    return id;
}

std::vector<OrganisationId> read_bodies(http::JsonReader& reader, std::string_view name) {
    std::vector<OrganisationId> out;
    for (auto& child : reader.objects(name, kMaxBodies)) {
        if (const auto id = read_body(child)) {
            out.push_back(*id);
        }
        reader.take(child);
    }
    return out;
}

/// Takes a member that is itself an object out of `object`, since the reader knows lists only.
json::value take_member(json::object& object, std::string_view name) {
    auto* found = object.if_contains(name);
    if (found == nullptr) {
        return nullptr;
    }
    json::value out = std::move(*found);
    object.erase(name);
    return out;
}

void read_deadline(ReviewTask& task, http::JsonReader& reader) {
    task.deadline_as_written = reader.text("deadline_as_written", kMaxText);
    task.deadline_kind =
        reader.choice("deadline_kind", parse_deadline_kind).value_or(DeadlineKind::none_given);
    task.due_date = reader.date("due_date");
    task.no_due_reason = reader.text("no_due_reason", kMaxReason);
    task.recurrence = reader.choice("recurrence", parse_recurrence);
}

ReviewTask read_task(http::JsonReader& reader,
                     const json::value& monitor,
                     const std::string& path) {
    ReviewTask task;
    task.key = reader.required_text("key", kMaxKey);
    task.origin = reader.choice("origin", parse_origin).value_or(Origin::person);
    task.include = reader.boolean("include", true);
    task.section = reader.text("section", kMaxSection).value_or("");
    task.text = reader.text("text", kMaxTaskText).value_or("");
    task.start = reader.integer("start", 0, kMaxPosition);
    task.end = reader.integer("end", 0, kMaxPosition);
    task.lead_as_written = reader.texts("lead_as_written", kMaxBodies, kMaxBodyText);
    task.leads = read_bodies(reader, "leads");
    task.cooperating_as_written = reader.texts("cooperating_as_written", kMaxBodies, kMaxBodyText);
    task.cooperating = read_bodies(reader, "cooperating");
    task.report_to_as_written = reader.text("report_to_as_written", kMaxBodyText);
    task.urgency = reader.choice("urgency", parse_urgency).value_or(Urgency::normal);
    read_deadline(task, reader);
    if (!monitor.is_null()) {
        http::JsonReader child(monitor, path + "/monitor");
        task.monitor = read_body(child);
        reader.take(child);
    }
    return task;
}

void read_tasks(ReviewContent& content, http::JsonReader& reader, const json::value& tasks) {
    if (!tasks.is_array() || tasks.as_array().size() > kMaxTasks) {
        reader.fault("tasks",
                     tasks.is_array() ? "field.too_many" : "field.not_a_list",
                     {{"max", std::to_string(kMaxTasks)}});
        return;
    }
    std::size_t i = 0;
    for (json::value item : tasks.as_array()) {
        const auto path = "/tasks/" + std::to_string(i++);
        const auto monitor =
            item.is_object() ? take_member(item.as_object(), "monitor") : json::value(nullptr);
        http::JsonReader child(item, path);
        content.tasks.push_back(read_task(child, monitor, path));
        reader.take(child);
    }
}

void read_citations(ReviewContent& content, http::JsonReader& reader) {
    for (auto& child : reader.objects("citations", kMaxItems)) {
        Citation citation;
        citation.text = child.required_text("text", kMaxText);
        citation.document_type = child.text("document_type", kMaxWord).value_or("other");
        citation.number_symbol = child.text("number_symbol", kMaxSection);
        citation.issue_date = child.partial_date("issue_date");
        citation.issuer = child.text("issuer", kMaxBodyText);
        citation.relation = child.text("relation", kMaxWord).value_or("cites");
        if (!is_relation_kind(citation.relation)) {
            child.fault("relation", "field.unknown_value");
        }
        if (!is_document_type(citation.document_type)) {
            child.fault("document_type", "field.unknown_value");
        }
        reader.take(child);
        content.citations.push_back(std::move(citation));
    }
}

void read_recipients(ReviewContent& content, http::JsonReader& reader) {
    for (auto& child : reader.objects("recipients", kMaxItems)) {
        Recipient recipient;
        recipient.text = child.required_text("text", kMaxText);
        recipient.purpose = child.text("purpose", kMaxWord);
        reader.take(child);
        content.recipients.push_back(std::move(recipient));
    }
}

}  // namespace

json::value to_json(const Review& review) {
    const WriteBody write = [&](const OrganisationId& id) {
        const auto found = review.names.find(id);
        return organisations::to_json(found == review.names.end()
                                          ? organisations::OrganisationRef{id, "", std::nullopt}
                                          : found->second);
    };
    json::array obligations;
    for (const auto& obligation : review.draft.obligations) {
        obligations.push_back(json::object{{"start", obligation.start},
                                           {"end", obligation.end},
                                           {"covered", covers(review.content, obligation)}});
    }
    json::object draft{{"content", content_json(review.draft.content, write)},
                       {"places", places_json(review.draft)}};
    add_found(draft, review.draft.found);
    return json::object{
        {"document_id", review.document.str()},
        {"text", review.text},
        {"page_starts", json::array(review.page_starts.begin(), review.page_starts.end())},
        {"draft", std::move(draft)},
        {"content", content_json(review.content, write)},
        {"obligations", std::move(obligations)},
        {"version", review.version},
        {"finished_at",
         review.finished_at ? json::value(review.finished_at->iso()) : json::value(nullptr)},
        {"may_edit", review.may_edit}};
}

ReviewContent review_content_from_json(const json::value& body) {
    json::value rest = body;
    json::value metadata;
    json::value tasks;
    if (rest.is_object()) {
        metadata = take_member(rest.as_object(), "metadata");
        tasks = take_member(rest.as_object(), "tasks");
    }
    http::JsonReader reader(rest);
    ReviewContent content;
    http::JsonReader metadata_reader(metadata, "/metadata");
    content.metadata = read_input(metadata_reader, Completeness::may_lack);
    reader.take(metadata_reader);
    read_citations(content, reader);
    read_recipients(content, reader);
    for (auto& child : reader.objects("events", kMaxItems)) {
        auto key = child.required_text("key", kMaxKey);
        content.events.push_back({std::move(key), child.boolean("include", true)});
        reader.take(child);
    }
    read_tasks(content, reader, tasks);
    reader.check();
    return content;
}

std::string store_content(const ReviewContent& content) {
    return json::serialize(content_json(content, id_only));
}

ReviewContent load_content(std::string_view text) {
    return review_content_from_json(json::parse(text));
}

std::string store_draft(const Draft& draft) {
    json::array obligations;
    for (const auto& obligation : draft.obligations) {
        obligations.push_back(json::array{obligation.start, obligation.end});
    }
    json::object out{{"content", content_json(draft.content, id_only)},
                     {"places", places_json(draft)},
                     {"obligations", std::move(obligations)}};
    add_found(out, draft.found);
    return json::serialize(out);
}

Draft load_draft(std::string_view text) {
    const auto value = json::parse(text);
    const auto& object = value.as_object();
    Draft draft;
    draft.content = review_content_from_json(object.at("content"));
    for (const auto& member : object.at("places").as_object()) {
        const auto& place = member.value().as_array();
        draft.places.emplace(member.key(),
                             Place{place.at(0).to_number<std::int64_t>(),
                                   place.at(1).to_number<std::int64_t>(),
                                   place.at(2).to_number<double>()});
    }
    for (const auto& item : object.at("obligations").as_array()) {
        draft.obligations.push_back({item.as_array().at(0).to_number<std::int64_t>(),
                                     item.as_array().at(1).to_number<std::int64_t>()});
    }
    draft.found = found_from_json(object);
    return draft;
}

}  // namespace hoiquan::documents
