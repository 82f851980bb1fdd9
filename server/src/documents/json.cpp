#include "documents/json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "documents/input_json.h"
#include "organisations/json.h"

namespace hoiquan::documents {

namespace json = boost::json;

namespace {

json::value recipient_json(const Recipient& recipient) {
    return json::object{{"text", recipient.text}, {"purpose", text_or_null(recipient.purpose)}};
}

json::value relation_json(const DocumentRelation& relation) {
    return json::object{
        {"kind", relation.kind},
        {"citation_text", relation.citation_text},
        {"document_id",
         relation.document ? json::value(relation.document->str()) : json::value(nullptr)},
        {"number_symbol", relation.number_symbol},
        {"document_type", relation.document_type},
        {"issue_date", date_or_null(relation.issue_date)},
        {"issuer", text_or_null(relation.issuer)}};
}

template <class Items, class Write>
json::array array_of(const Items& items, Write write) {
    json::array out;
    for (const auto& item : items) {
        out.push_back(write(item));
    }
    return out;
}

}  // namespace

json::value to_json(const DocumentBrief& brief) {
    return json::object{{"id", brief.id.str()},
                        {"document_type", brief.document_type},
                        {"number", text_or_null(brief.number)},
                        {"symbol", text_or_null(brief.symbol)},
                        {"subject", brief.subject},
                        {"issue_date", date_or_null(brief.issue_date)}};
}

json::value to_json(const DocumentSummary& summary) {
    return json::object{{"id", summary.id.str()},
                        {"organisation", organisations::to_json(summary.organisation)},
                        {"direction", to_string(summary.direction)},
                        {"document_type", summary.document_type},
                        {"number", text_or_null(summary.number)},
                        {"symbol", text_or_null(summary.symbol)},
                        {"issuing_body_as_printed", text_or_null(summary.issuing_body_as_printed)},
                        {"issue_date", date_or_null(summary.issue_date)},
                        {"received_date", date_or_null(summary.received_date)},
                        {"subject", summary.subject},
                        {"urgency", to_string(summary.urgency)},
                        {"status", to_string(summary.status)},
                        {"task_count", summary.task_count},
                        {"created_at", summary.created_at.iso()},
                        {"version", summary.version}};
}

json::value to_json(const DocumentDetail& detail) {
    auto out = to_json(detail.summary).as_object();
    out["parent_body_as_printed"] = text_or_null(detail.input.parent_body_as_printed);
    out["issuer"] = organisations::to_json(detail.issuer);
    out["place"] = text_or_null(detail.input.place);
    out["signing_authority"] = text_or_null(detail.input.signing_authority);
    out["signer_post"] = text_or_null(detail.input.signer_post);
    out["signer_name"] = text_or_null(detail.input.signer_name);
    out["file"] = to_json(detail.file);
    out["recipients"] = array_of(detail.recipients, recipient_json);
    out["relations"] = array_of(detail.relations, relation_json);
    out["cited_by"] = array_of(detail.cited_by, relation_json);
    out["has_review"] = detail.has_review;
    out["may_edit"] = detail.may_edit;
    return out;
}

json::value to_json(const FileRef& file) {
    return json::object{{"id", file.id.str()},
                        {"name", file.name},
                        {"media_type", file.media_type},
                        {"size_bytes", file.size_bytes},
                        {"sha256", file.sha256}};
}

json::value to_json(const std::optional<FileRef>& file) {
    return file ? to_json(*file) : json::value(nullptr);
}

DocumentInput document_input_from_json(const json::value& body) {
    http::JsonReader reader(body);
    auto input = read_input(reader, Completeness::required);
    reader.check();
    return input;
}

}  // namespace hoiquan::documents
