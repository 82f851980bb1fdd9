#include "organisations/event_json.h"

#include <algorithm>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "organisations/json.h"
#include "organisations/queries.h"
#include "platform/http/json_reader.h"

namespace hoiquan::organisations {

namespace json = boost::json;
using queries::array_of;

namespace {

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

template <class IdT>
json::value id_or_null(const std::optional<IdT>& id) {
    return id && !id->empty() ? json::value(id->str()) : json::value(nullptr);
}

json::value end_or_null(const Date& date) {
    return date == far_future() ? json::value(nullptr) : json::value(date.iso());
}

json::value to_json(const OutcomeBody& body) {
    return json::object{{"id", id_or_null(std::optional(body.id))}, {"name", body.name}};
}

json::value to_json(const StateSpan& state) {
    return json::object{{"kind", state.kind},
                        {"level", text_or_null(state.level)},
                        {"code", text_or_null(state.code)},
                        {"status", state.status},
                        {"valid_from", to_iso(state.from)},
                        {"valid_to", end_or_null(state.to)}};
}

json::value to_json(const EventOfBody& event) {
    auto out = to_json(event.event).as_object();
    out["part"] = event.part;
    return out;
}

json::value to_json(const Question& question) {
    return json::object{{"entity", question.entity},
                        {"entity_id", question.entity_id},
                        {"from_id", question.from.str()},
                        {"provisional_id", question.provisional.str()}};
}

json::value to_json(const Succession& succession) {
    json::array heirs;
    for (const auto heir : succession.heirs) {
        heirs.push_back(static_cast<std::int64_t>(heir));
    }
    return json::object{{"organisation_id", succession.from.str()},
                        {"ends", succession.ends},
                        {"heirs", std::move(heirs)},
                        {"needs_decision", succession.needs_decision}};
}

}  // namespace

json::value to_json(const Event& event) {
    return json::object{
        {"id", event.id.str()},
        {"code", to_string(event.code)},
        {"date", to_iso(event.date)},
        {"basis_document_id", id_or_null(event.basis_document)},
        {"basis_text", event.basis_text},
        {"reason", event.reason},
        {"ground", event.ground ? json::value(to_string(*event.ground)) : json::value(nullptr)},
        {"summary", event.summary},
        {"concerns_territory", event.concerns_territory},
        {"recorded_at", event.recorded_at.iso()},
        {"recorded_by", event.recorded_by},
        {"recorded_for_id", id_or_null(event.recorded_for)},
        {"corrects_id", id_or_null(event.corrects)},
        {"undone_at", event.undone_at ? json::value(event.undone_at->iso()) : json::value(nullptr)},
        {"undo_reason", event.undo_reason}};
}

json::value to_json(const GraphNode& node) {
    return json::object{{"id", node.id.str()},
                        {"name", node.name},
                        {"short_name", text_or_null(node.short_name)},
                        {"kind", node.kind},
                        {"level", text_or_null(node.level)},
                        {"code", text_or_null(node.code)},
                        {"status", node.status},
                        {"valid_from", node.since.iso()},
                        {"valid_to", end_or_null(node.until)}};
}

json::value to_json(const Edge& edge) {
    return json::object{{"event_id", edge.event.str()},
                        {"code", to_string(edge.code)},
                        {"date", to_iso(edge.date)},
                        {"predecessor_id", edge.predecessor.str()},
                        {"successor_id", edge.successor.str()},
                        {"share", to_string(edge.share)}};
}

json::value to_json(const Lineage& lineage) {
    return json::object{{"nodes", array_of(lineage.nodes)}, {"edges", array_of(lineage.edges)}};
}

json::value to_json(const Preview& preview) {
    json::array bodies;
    for (const auto& body : preview.outcome.bodies) {
        bodies.push_back(to_json(body));
    }
    json::array successions;
    for (const auto& succession : preview.outcome.successions) {
        successions.push_back(to_json(succession));
    }
    json::array lines;
    for (std::size_t i = 0; i < preview.lines.size(); ++i) {
        const auto& line = preview.lines[i];
        lines.push_back(json::object{
            {"module", line.module},
            {"what", line.what},
            {"effect", to_string(line.effect)},
            {"from", json::object{{"id", line.from.str()}, {"name", preview.names[i]}}},
            {"to", line.to ? to_json(preview.outcome.bodies[*line.to]) : json::value(nullptr)},
            {"count", line.count},
            {"examples", json::array(line.examples.begin(), line.examples.end())}});
    }
    return json::object{{"code", to_string(preview.outcome.code)},
                        {"date", preview.outcome.date.iso()},
                        {"bodies", std::move(bodies)},
                        {"successions", std::move(successions)},
                        {"lines", std::move(lines)}};
}

json::value to_json(const EventDetail& detail) {
    auto out = to_json(detail.event).as_object();
    json::array parts;
    for (const auto& part : detail.parts) {
        parts.push_back(json::object{{"organisation_id", part.body.str()}, {"part", part.part}});
    }
    json::array questions;
    for (const auto& question : detail.questions) {
        questions.push_back(to_json(question));
    }
    json::object counts;
    for (const auto& [what, count] : detail.counts) {
        counts[what] = count;
    }
    out["parts"] = std::move(parts);
    out["edges"] = array_of(detail.edges);
    out["questions"] = std::move(questions);
    out["counts"] = std::move(counts);
    out["nodes"] = array_of(detail.nodes);
    out["may_undo"] = detail.may_undo;
    return out;
}

json::value to_json(const Timeline& timeline) {
    json::array states;
    for (const auto& state : timeline.states) {
        states.push_back(to_json(state));
    }
    json::array events;
    for (const auto& event : timeline.events) {
        events.push_back(to_json(event));
    }
    return json::object{{"organisation", to_json(timeline.body)},
                        {"names", array_of(timeline.names)},
                        {"states", std::move(states)},
                        {"relations", array_of(timeline.relations)},
                        {"events", std::move(events)}};
}

json::value to_json(const Difference& difference, const Refs& parents) {
    const auto parent = [&](const std::optional<OrganisationId>& id) -> json::value {
        const auto found = id ? parents.find(*id) : parents.end();
        return found == parents.end() ? json::value(nullptr) : to_json(found->second);
    };
    return json::object{{"change", to_string(difference.change)},
                        {"id", difference.id.str()},
                        {"kind", difference.kind},
                        {"level", text_or_null(difference.level)},
                        {"code_before", text_or_null(difference.code_before)},
                        {"code_after", text_or_null(difference.code_after)},
                        {"name_before", text_or_null(difference.name_before)},
                        {"name_after", text_or_null(difference.name_after)},
                        {"parent_before", parent(difference.parent_before)},
                        {"parent_after", parent(difference.parent_after)}};
}

namespace {

constexpr std::size_t kMaxName = 300;
constexpr std::size_t kMaxShortName = 100;
constexpr std::size_t kMaxCode = 50;
constexpr std::size_t kMaxBasis = 200;
constexpr std::size_t kMaxReason = 2000;
constexpr std::size_t kMany = 500;

std::size_t place_from(http::JsonReader& reader) {
    const auto place = reader.integer("result", 0, static_cast<std::int64_t>(kMany));
    if (!place) {
        reader.fault("result", "field.required");
    }
    return static_cast<std::size_t>(place.value_or(0));
}

template <class IdT>
IdT required_id(http::JsonReader& reader, std::string_view name) {
    const auto id = reader.id<IdT>(name);
    if (!reader.has(name)) {
        reader.fault(name, "field.required");
    }
    return id.value_or(IdT());
}

ResultBody result_from(http::JsonReader& reader) {
    ResultBody out;
    out.id = reader.id<OrganisationId>("id");
    out.name = reader.text("name", kMaxName).value_or("");
    out.short_name = reader.text("short_name", kMaxShortName);
    out.kind = reader.text("kind", kMaxCode).value_or("");
    out.level = reader.text("level", kMaxCode);
    out.code = reader.text("code", kMaxCode);
    out.part_of = reader.id<OrganisationId>("part_of_id");
    out.led_by = reader.id<OrganisationId>("led_by_id");
    out.located_in = reader.id<OrganisationId>("located_in_id");
    return out;
}

/// Each object of an array, read by `read`; its faults are joined to the whole's.
template <class Read>
auto list_from(http::JsonReader& reader, std::string_view name, Read read)
    -> std::vector<decltype(read(reader))> {
    std::vector<decltype(read(reader))> out;
    for (auto& item : reader.objects(name, kMany)) {
        out.push_back(read(item));
        reader.take(item);
    }
    return out;
}

}  // namespace

NewEvent new_event_from_json(const json::value& body) {
    http::JsonReader reader(body);
    NewEvent out;
    const auto code = reader.choice("code", parse_event_code);
    const auto date = reader.partial_date("date");
    for (const char* name : {"code", "date"}) {
        if (!reader.has(name)) {
            reader.fault(name, "field.required");
        }
    }
    out.basis_document = reader.id<DocumentId>("basis_document_id");
    out.basis_text = reader.text("basis_text", kMaxBasis).value_or("");
    out.reason = reader.text("reason", kMaxReason).value_or("");
    out.ground = reader.choice("ground", parse_ground);
    out.bodies = reader.ids<OrganisationId>("organisation_ids", kMany);
    out.results = list_from(reader, "results", result_from);
    out.edges = list_from(reader, "edges", [](http::JsonReader& item) {
        const auto share = item.choice("share", parse_share);
        if (!item.has("share")) {
            item.fault("share", "field.required");
        }
        return ResultEdge{required_id<OrganisationId>(item, "from_id"),
                          place_from(item),
                          share.value_or(Share::part)};
    });
    out.moves = list_from(reader, "moves", [](http::JsonReader& item) {
        return Move{required_id<OrganisationId>(item, "organisation_id"), place_from(item)};
    });
    out.name = reader.text("name", kMaxName).value_or("");
    out.short_name = reader.text("short_name", kMaxShortName);
    out.kind = reader.text("kind", kMaxCode);
    out.level = reader.text("level", kMaxCode);
    out.relation = reader.choice("relation", parse_relation_kind);
    out.to = reader.id<OrganisationId>("to_id");
    out.corrects = reader.id<EventId>("corrects_id");
    out.proposal = reader.id<ProposalId>("proposal_id");
    reader.check();
    out.code = code.value_or(EventCode::establish);
    out.date = date.value_or(PartialDate());
    return out;
}

std::string reason_from_json(const json::value& body) {
    http::JsonReader reader(body);
    auto reason = reader.required_text("reason", kMaxReason);
    reader.check();
    return reason;
}

}  // namespace hoiquan::organisations
