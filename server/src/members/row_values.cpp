#include "members/row_values.h"

#include <optional>
#include <string>

namespace hoiquan::members {

namespace json = boost::json;

namespace {

std::optional<std::string> text_of(const json::object& values, std::string_view name) {
    const auto* value = values.if_contains(name);
    return value == nullptr ? std::nullopt : std::optional(std::string(value->as_string()));
}

std::optional<PartialDate> date_of(const json::object& values, std::string_view name) {
    const auto text = text_of(values, name);
    return text ? parse_partial_date(*text) : std::nullopt;
}

void put(json::object& out, std::string_view name, const std::optional<std::string>& text) {
    if (text) {
        out[name] = *text;
    }
}
void put(json::object& out, std::string_view name, const std::optional<PartialDate>& date) {
    if (date) {
        out[name] = to_iso(*date);
    }
}

}  // namespace

json::object to_row_values(const store::Stored& member) {
    json::object out{{"full_name", member.full_name}, {"kind", to_string(member.kind)}};
    if (member.birth_year) {
        out["birth_year"] = *member.birth_year;
    }
    put(out, "joined_on", member.joined_on);
    put(out, "left_on", member.left_on);
    put(out, "left_reason", member.left_reason);
    put(out, "branch", member.branch);
    if (member.identity) {
        out["identity_hash"] = member.identity->hash;
        out["identity_cipher"] = to_hex(member.identity->cipher);
        out["identity_tail"] = member.identity->tail;
    }
    return out;
}

store::Stored from_row_values(const json::object& values) {
    store::Stored out;
    out.full_name = text_of(values, "full_name").value_or("");
    out.kind = parse_kind(text_of(values, "kind").value_or("")).value_or(Kind::full);
    if (const auto* year = values.if_contains("birth_year")) {
        out.birth_year = year->to_number<std::int64_t>();
    }
    out.joined_on = date_of(values, "joined_on");
    out.left_on = date_of(values, "left_on");
    out.left_reason = text_of(values, "left_reason");
    out.branch = text_of(values, "branch");
    if (const auto hash = text_of(values, "identity_hash")) {
        out.identity = SealedIdentity{*hash,
                                      from_hex(text_of(values, "identity_cipher").value_or("")),
                                      text_of(values, "identity_tail").value_or("")};
    }
    return out;
}

}  // namespace hoiquan::members
