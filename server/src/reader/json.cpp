#include <boost/json.hpp>

#include "base/text.h"
#include "reader/reader.h"

namespace hoiquan::reader {

namespace {

namespace json = boost::json;

json::value text_or_null(const std::optional<std::string>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}

json::array texts(const std::vector<std::string>& values) {
    json::array out;
    for (const auto& value : values) {
        out.emplace_back(value);
    }
    return out;
}

json::object metadata_of(const Metadata& m) {
    return {{"parent_body", text_or_null(m.parent_body)},
            {"issuing_body", text_or_null(m.issuing_body)},
            {"number", text_or_null(m.number)},
            {"symbol", text_or_null(m.symbol)},
            {"place", text_or_null(m.place)},
            {"date", text_or_null(m.date)},
            {"type", text_or_null(m.type)},
            {"subject", text_or_null(m.subject)},
            {"signing_authority", text_or_null(m.signing_authority)},
            {"signatory_position", text_or_null(m.signatory_position)},
            {"signatory_name", text_or_null(m.signatory_name)}};
}

json::object citation_of(const Citation& c) {
    return {{"text", c.text},
            {"type", c.type},
            {"number_symbol", text_or_null(c.number_symbol)},
            {"date", text_or_null(c.date)},
            {"issuer", text_or_null(c.issuer)}};
}

json::object task_of(const Task& t) {
    return {{"section", t.section},
            {"text", t.text},
            {"lead", texts(t.lead)},
            {"cooperating", texts(t.cooperating)},
            {"deadline", text_or_null(t.deadline)},
            {"deadline_date", text_or_null(t.deadline_date)},
            {"recurrence", text_or_null(t.recurrence)},
            {"report_to", text_or_null(t.report_to)}};
}

json::object obligation_of(const Obligation& o) {
    return {{"start", o.start},
            {"end", o.end},
            {"task", o.task ? json::value(*o.task) : json::value(nullptr)}};
}

json::array units_of(const std::vector<ProposedUnit>& units) {
    json::array out;
    for (const auto& unit : units) {
        out.push_back(
            {{"name", unit.name}, {"kind", unit.kind}, {"share", unit.whole ? "whole" : "part"}});
    }
    return out;
}

json::object event_of(const ProposedEvent& event) {
    return {{"kind", event.kind},
            {"text", event.text},
            {"from", units_of(event.from)},
            {"into", units_of(event.into)},
            {"effective_date", text_or_null(event.effective_date)}};
}

json::object date_of(const TaskDate& date) {
    return {{"task", date.task},
            {"text", date.text},
            {"date", text_or_null(date.date)},
            {"recurrence", text_or_null(date.recurrence)}};
}

json::object relation_of(const Relation& relation) {
    return {
        {"kind", relation.kind},
        {"cue", relation.cue},
        {"citation", relation.citation ? json::value(*relation.citation) : json::value(nullptr)},
        {"meeting", text_or_null(relation.meeting)}};
}

template <typename Item, typename Write>
json::array each(const std::vector<Item>& items, const Write& write) {
    json::array out;
    for (const Item& item : items) {
        out.push_back(write(item));
    }
    return out;
}

void put_beyond(json::object& out, const Draft& draft) {
    out["dates"] = each(draft.dates, date_of);
    out["dissemination"] = each(draft.dissemination, [](const Dissemination& order) {
        return json::object{{"text", order.text}, {"by", texts(order.by)}, {"to", texts(order.to)}};
    });
    out["findings"] = each(draft.findings, [](const Finding& finding) {
        return json::object{{"section", finding.section}, {"text", finding.text}};
    });
    out["relations"] = each(draft.relations, relation_of);
    out["events"] = each(draft.events, event_of);
}

}  // namespace

std::string to_json(const Draft& draft) {
    json::array citations;
    for (const auto& citation : draft.citations) {
        citations.push_back(citation_of(citation));
    }
    json::array recipients;
    for (const auto& recipient : draft.recipients) {
        recipients.push_back(
            {{"text", recipient.text}, {"purpose", text_or_null(recipient.purpose)}});
    }
    json::array tasks;
    for (const auto& task : draft.tasks) {
        tasks.push_back(task_of(task));
    }
    json::object places;
    for (const auto& [pointer, place] : draft.places) {
        places[pointer] = json::array{place.start, place.end, place.confidence};
    }
    json::array obligations;
    for (const auto& obligation : draft.obligations) {
        obligations.push_back(obligation_of(obligation));
    }
    json::array problems;
    for (const auto& problem : draft.problems) {
        problems.push_back({{"key", problem.key}, {"start", problem.start}, {"end", problem.end}});
    }
    json::object out{{"metadata", metadata_of(draft.metadata)},
                     {"citations", std::move(citations)},
                     {"recipients", std::move(recipients)},
                     {"tasks", std::move(tasks)},
                     {"places", std::move(places)},
                     {"obligations", std::move(obligations)},
                     {"problems", std::move(problems)}};
    put_beyond(out, draft);
    if (draft.secrecy) {
        out["secrecy"] = std::string(to_string(*draft.secrecy));
    }
    return json::serialize(out);
}

}  // namespace hoiquan::reader
