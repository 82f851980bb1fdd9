#include "organisations/json.h"

#include <string>
#include <utility>

#include <boost/json/object.hpp>

#include "platform/http/json_reader.h"

namespace hoiquan::organisations {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxName = 300;
constexpr std::size_t kMaxShortName = 100;
constexpr std::size_t kMaxCode = 50;
constexpr std::size_t kMaxAliases = 50;

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

json::value end_or_null(const Date& date) {
    return date == far_future() ? json::value(nullptr) : json::value(date.iso());
}

json::value to_json(const Candidate& candidate) {
    return json::object{{"organisation", to_json(candidate.organisation)},
                        {"kind", candidate.kind},
                        {"reason", to_string(candidate.reason)}};
}

json::value to_json(const HistoryItem& item) {
    const auto& entry = item.entry;
    return json::object{{"id", entry.id.str()},
                        {"at", entry.at.iso()},
                        {"user_name", entry.user_name},
                        {"organisation", to_json(item.organisation)},
                        {"action", entry.action},
                        {"entity", entry.entity},
                        {"entity_id", entry.entity_id},
                        {"before", entry.before},
                        {"after", entry.after},
                        {"reason", entry.reason}};
}

template <class Items>
json::array array_of(const Items& items) {
    json::array out;
    for (const auto& item : items) {
        out.push_back(to_json(item));
    }
    return out;
}

/// A required date that is absent is a fault; one that is wrong has been noted by the reader.
PartialDate required_date(http::JsonReader& reader, std::string_view name) {
    const auto date = reader.partial_date(name);
    if (!reader.has(name)) {
        reader.fault(name, "field.required");
    }
    return date.value_or(PartialDate());
}

}  // namespace

json::value to_json(const Name& name) {
    return json::object{{"name", name.name},
                        {"short_name", text_or_null(name.short_name)},
                        {"valid_from", to_iso(name.valid_from)},
                        {"valid_to", end_or_null(name.valid_to)},
                        {"recorded_from", name.recorded_from.iso()}};
}

json::value to_json(const Relation& relation) {
    return json::object{{"id", relation.id.str()},
                        {"kind", to_string(relation.kind)},
                        {"direction", relation.direction == Direction::up ? "up" : "down"},
                        {"organisation", to_json(relation.organisation)},
                        {"valid_from", to_iso(relation.valid_from)},
                        {"valid_to", end_or_null(relation.valid_to)}};
}

json::value to_json(const OrganisationRef& ref) {
    return json::object{
        {"id", ref.id.str()}, {"name", ref.name}, {"short_name", text_or_null(ref.short_name)}};
}

json::value to_json(const std::optional<OrganisationRef>& ref) {
    return ref ? to_json(*ref) : json::value(nullptr);
}

json::array to_json(const std::vector<OrganisationRef>& refs) {
    return array_of(refs);
}

json::value to_json(const HistoryPage& page) {
    return json::object{{"items", array_of(page.items)},
                        {"total", page.total},
                        {"limit", page.limit},
                        {"offset", page.offset}};
}

json::value to_json(const Kind& kind) {
    return json::object{{"code", kind.code},
                        {"name_vi", kind.name_vi},
                        {"name_en", kind.name_en},
                        {"is_territory", kind.is_territory},
                        {"is_association", kind.is_association}};
}

json::value to_json(const Organisation& organisation) {
    return json::object{{"id", organisation.id.str()},
                        {"name", organisation.name},
                        {"short_name", text_or_null(organisation.short_name)},
                        {"kind", organisation.kind},
                        {"level", text_or_null(organisation.level)},
                        {"code", text_or_null(organisation.code)},
                        {"valid_from", to_iso(organisation.valid_from)},
                        {"valid_to", end_or_null(organisation.valid_to)},
                        {"parent", to_json(organisation.parent)}};
}

json::value to_json(const Node& node) {
    return json::object{
        {"id", node.id.str()},
        {"name", node.name},
        {"short_name", text_or_null(node.short_name)},
        {"kind", node.kind},
        {"relation", node.relation ? json::value(to_string(*node.relation)) : json::value(nullptr)},
        {"child_count", node.child_count}};
}

json::value to_json(const Detail& detail) {
    auto out = to_json(detail.organisation).as_object();
    out["names"] = array_of(detail.names);
    out["aliases"] = json::array(detail.aliases.begin(), detail.aliases.end());
    out["relations"] = array_of(detail.relations);
    out["version"] = detail.version;
    out["as_of"] = detail.as_of.iso();
    out["may_edit"] = detail.may_edit;
    return out;
}

json::value to_json(const Candidates& candidates) {
    return json::object{{"kind", to_string(candidates.kind)},
                        {"items", array_of(candidates.items)}};
}

NewOrganisation new_organisation_from_json(const json::value& body) {
    http::JsonReader reader(body);
    NewOrganisation out;
    out.name = reader.required_text("name", kMaxName);
    out.short_name = reader.text("short_name", kMaxShortName);
    out.kind = reader.required_text("kind", kMaxCode);
    out.level = reader.text("level", kMaxCode);
    out.code = reader.text("code", kMaxCode);
    out.valid_from = required_date(reader, "valid_from");
    out.aliases = reader.texts("aliases", kMaxAliases, kMaxName);
    out.part_of = reader.id<OrganisationId>("part_of_id");
    out.led_by = reader.id<OrganisationId>("led_by_id");
    out.located_in = reader.id<OrganisationId>("located_in_id");
    reader.check();
    return out;
}

NewName new_name_from_json(const json::value& body) {
    http::JsonReader reader(body);
    NewName out;
    out.name = reader.required_text("name", kMaxName);
    out.short_name = reader.text("short_name", kMaxShortName);
    out.valid_from = required_date(reader, "valid_from");
    reader.check();
    return out;
}

std::string alias_from_json(const json::value& body) {
    http::JsonReader reader(body);
    auto alias = reader.required_text("alias", kMaxName);
    reader.check();
    return alias;
}

NewRelation new_relation_from_json(const json::value& body) {
    http::JsonReader reader(body);
    const auto kind = reader.choice("kind", parse_relation_kind);
    const auto to = reader.id<OrganisationId>("to_id");
    NewRelation out;
    out.valid_from = required_date(reader, "valid_from");
    for (const char* name : {"kind", "to_id"}) {
        if (!reader.has(name)) {
            reader.fault(name, "field.required");
        }
    }
    reader.check();
    out.kind = kind.value_or(RelationKind::part_of);
    out.to = to.value_or(OrganisationId());
    return out;
}

}  // namespace hoiquan::organisations
