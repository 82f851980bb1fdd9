#include "documents/input_json.h"

namespace hoiquan::documents {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxType = 40;
constexpr std::size_t kMaxNumber = 30;
constexpr std::size_t kMaxSymbol = 60;
constexpr std::size_t kMaxBody = 300;
constexpr std::size_t kMaxPlace = 100;
constexpr std::size_t kMaxSubject = 2000;
constexpr std::size_t kMaxSigner = 200;

void require(http::JsonReader& reader, std::string_view name) {
    if (!reader.has(name)) {
        reader.fault(name, "field.required");
    }
}

}  // namespace

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

json::value date_or_null(const std::optional<Date>& date) {
    return date ? json::value(date->iso()) : json::value(nullptr);
}

json::value date_or_null(const std::optional<PartialDate>& date) {
    return date ? json::value(to_iso(*date)) : json::value(nullptr);
}

json::object input_json(const DocumentInput& input) {
    return {{"direction", to_string(input.direction)},
            {"document_type", input.document_type},
            {"number", text_or_null(input.number)},
            {"symbol", text_or_null(input.symbol)},
            {"parent_body_as_printed", text_or_null(input.parent_body_as_printed)},
            {"issuing_body_as_printed", text_or_null(input.issuing_body_as_printed)},
            {"issuer_id", input.issuer ? json::value(input.issuer->str()) : json::value(nullptr)},
            {"place", text_or_null(input.place)},
            {"issue_date", date_or_null(input.issue_date)},
            {"received_date", date_or_null(input.received_date)},
            {"subject", input.subject},
            {"signing_authority", text_or_null(input.signing_authority)},
            {"signer_post", text_or_null(input.signer_post)},
            {"signer_name", text_or_null(input.signer_name)},
            {"urgency", to_string(input.urgency)}};
}

DocumentInput read_input(http::JsonReader& reader, Completeness completeness) {
    DocumentInput input;
    input.direction = reader.choice("direction", parse_direction).value_or(Direction::incoming);
    input.document_type = reader.text("document_type", kMaxType).value_or("");
    if (!input.document_type.empty() && !is_document_type(input.document_type)) {
        reader.fault("document_type", "field.unknown_value");
    }
    input.number = reader.text("number", kMaxNumber);
    input.symbol = reader.text("symbol", kMaxSymbol);
    input.parent_body_as_printed = reader.text("parent_body_as_printed", kMaxBody);
    input.issuing_body_as_printed = reader.text("issuing_body_as_printed", kMaxBody);
    input.issuer = reader.id<OrganisationId>("issuer_id");
    input.place = reader.text("place", kMaxPlace);
    input.issue_date = reader.partial_date("issue_date");
    input.received_date = reader.date("received_date");
    input.signing_authority = reader.text("signing_authority", kMaxSigner);
    input.signer_post = reader.text("signer_post", kMaxSigner);
    input.signer_name = reader.text("signer_name", kMaxSigner);
    input.urgency = reader.choice("urgency", parse_urgency).value_or(Urgency::normal);
    if (completeness == Completeness::required) {
        input.subject = reader.required_text("subject", kMaxSubject);
        require(reader, "direction");
        require(reader, "document_type");
    } else {
        input.subject = reader.text("subject", kMaxSubject).value_or("");
    }
    return input;
}

}  // namespace hoiquan::documents
