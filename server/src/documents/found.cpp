#include "documents/found.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace hoiquan::documents {

namespace json = boost::json;

namespace {

TextSpan span_at(const reader::Draft& read, const std::string& pointer) {
    const auto place = read.places.find(pointer);
    return place == read.places.end() ? TextSpan{}
                                      : TextSpan{static_cast<std::int64_t>(place->second.start),
                                                 static_cast<std::int64_t>(place->second.end)};
}

std::string pointer_to(const char* list, std::size_t i) {
    return "/" + std::string(list) + "/" + std::to_string(i);
}

std::vector<ProposedUnit> units_of(const std::vector<reader::ProposedUnit>& read) {
    std::vector<ProposedUnit> out;
    out.reserve(read.size());
    for (const auto& unit : read) {
        out.push_back({unit.name, unit.kind, unit.whole});
    }
    return out;
}

json::array texts_json(const std::vector<std::string>& texts) {
    return json::array(texts.begin(), texts.end());
}

json::array units_json(const std::vector<ProposedUnit>& units) {
    json::array out;
    for (const auto& unit : units) {
        out.push_back(json::object{
            {"name", unit.name}, {"kind", unit.kind}, {"share", unit.whole ? "whole" : "part"}});
    }
    return out;
}

json::object with_span(json::object out, const TextSpan& span) {
    out["start"] = span.start;
    out["end"] = span.end;
    return out;
}

std::string text_at(const json::object& object, const char* name) {
    return std::string(object.at(name).as_string());
}

TextSpan span_from(const json::object& object) {
    return {object.at("start").to_number<std::int64_t>(),
            object.at("end").to_number<std::int64_t>()};
}

std::vector<std::string> texts_from(const json::value& value) {
    std::vector<std::string> out;
    for (const auto& item : value.as_array()) {
        out.emplace_back(item.as_string());
    }
    return out;
}

std::vector<ProposedUnit> units_from(const json::value& value) {
    std::vector<ProposedUnit> out;
    for (const auto& item : value.as_array()) {
        const auto& unit = item.as_object();
        out.push_back({text_at(unit, "name"), text_at(unit, "kind"), unit.at("share") == "whole"});
    }
    return out;
}

ProposedEvent event_from(const json::object& object) {
    ProposedEvent out;
    out.code = text_at(object, "code");
    out.text = text_at(object, "text");
    out.from = units_from(object.at("from"));
    out.into = units_from(object.at("into"));
    if (object.at("effective_date").is_string()) {
        out.effective_date = text_at(object, "effective_date");
    }
    out.span = span_from(object);
    out.confidence = object.at("confidence").to_number<double>();
    return out;
}

}  // namespace

Found found_in(const reader::Draft& read) {
    Found out;
    for (std::size_t i = 0; i < read.findings.size(); ++i) {
        const auto& finding = read.findings[i];
        out.findings.push_back(
            {finding.section, finding.text, span_at(read, pointer_to("findings", i))});
    }
    for (std::size_t i = 0; i < read.dissemination.size(); ++i) {
        const auto& order = read.dissemination[i];
        out.dissemination.push_back(
            {order.text, order.by, order.to, span_at(read, pointer_to("dissemination", i))});
    }
    for (std::size_t i = 0; i < read.events.size(); ++i) {
        const auto& event = read.events[i];
        const auto pointer = pointer_to("events", i);
        const auto place = read.places.find(pointer);
        out.events.push_back({event.kind,
                              event.text,
                              units_of(event.from),
                              units_of(event.into),
                              event.effective_date,
                              span_at(read, pointer),
                              place == read.places.end() ? 0.0 : place->second.confidence});
    }
    return out;
}

organisations::NewProposal proposal_of(const ProposedEvent& event) {
    const auto bodies_of = [](const std::vector<ProposedUnit>& units) {
        std::vector<organisations::ProposedBody> out;
        out.reserve(units.size());
        for (const auto& unit : units) {
            out.push_back({unit.name,
                           unit.kind,
                           unit.whole ? organisations::Share::whole : organisations::Share::part});
        }
        return out;
    };
    return {
        organisations::parse_event_code(event.code).value_or(organisations::EventCode::reorganise),
        event.text,
        bodies_of(event.from),
        bodies_of(event.into),
        event.effective_date ? Date::parse_iso(*event.effective_date) : std::nullopt};
}

json::object to_json(const Found& found) {
    json::array findings;
    for (const auto& finding : found.findings) {
        findings.push_back(with_span(
            json::object{{"section", finding.section}, {"text", finding.text}}, finding.span));
    }
    json::array dissemination;
    for (const auto& order : found.dissemination) {
        dissemination.push_back(with_span(
            json::object{
                {"text", order.text}, {"by", texts_json(order.by)}, {"to", texts_json(order.to)}},
            order.span));
    }
    json::array events;
    for (const auto& event : found.events) {
        events.push_back(with_span(
            json::object{{"code", event.code},
                         {"text", event.text},
                         {"from", units_json(event.from)},
                         {"into", units_json(event.into)},
                         {"effective_date",
                          event.effective_date ? json::value(*event.effective_date) : nullptr},
                         {"confidence", event.confidence}},
            event.span));
    }
    return {{"findings", std::move(findings)},
            {"dissemination", std::move(dissemination)},
            {"events", std::move(events)}};
}

Found found_from_json(const json::object& draft) {
    Found out;
    if (!draft.contains("findings")) {
        return out;
    }
    for (const auto& item : draft.at("findings").as_array()) {
        const auto& object = item.as_object();
        out.findings.push_back(
            {text_at(object, "section"), text_at(object, "text"), span_from(object)});
    }
    for (const auto& item : draft.at("dissemination").as_array()) {
        const auto& object = item.as_object();
        out.dissemination.push_back({text_at(object, "text"),
                                     texts_from(object.at("by")),
                                     texts_from(object.at("to")),
                                     span_from(object)});
    }
    for (const auto& item : draft.at("events").as_array()) {
        out.events.push_back(event_from(item.as_object()));
    }
    return out;
}

}  // namespace hoiquan::documents
