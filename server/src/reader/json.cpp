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
    if (draft.secrecy) {
        out["secrecy"] = std::string(to_string(*draft.secrecy));
    }
    return json::serialize(out);
}

}  // namespace hoiquan::reader
