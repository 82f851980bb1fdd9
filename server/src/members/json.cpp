#include "members/json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/text.h"
#include "platform/http/json_reader.h"

namespace hoiquan::members {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestBranch = 200;

template <class T>
json::value or_null(const std::optional<T>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}
json::value or_null(const std::optional<PartialDate>& date) {
    return date ? json::value(to_iso(*date)) : json::value(nullptr);
}

}  // namespace

json::value to_json(const Member& member) {
    return json::object{{"id", member.id.str()},
                        {"full_name", member.full_name},
                        {"birth_year", or_null(member.birth_year)},
                        {"joined_on", or_null(member.joined_on)},
                        {"left_on", or_null(member.left_on)},
                        {"left_reason", or_null(member.left_reason)},
                        {"branch", or_null(member.branch)},
                        {"kind", to_string(member.kind)},
                        {"identity_tail", or_null(member.identity_tail)},
                        {"version", member.version}};
}

json::value to_json(const Counts& counts) {
    return json::object{{"total", counts.total},
                        {"full", counts.full},
                        {"associate", counts.associate},
                        {"honorary", counts.honorary}};
}

json::value to_json(const CountsOfOne& counts) {
    json::array branches;
    for (const auto& branch : counts.branches) {
        branches.push_back(
            json::object{{"branch", or_null(branch.branch)}, {"counts", to_json(branch.counts)}});
    }
    return json::object{{"counts", to_json(counts.sum)}, {"branches", std::move(branches)}};
}

json::value to_json(const Double& pair) {
    return json::object{{"reason", to_string(pair.reason)},
                        {"first", to_json(pair.first)},
                        {"second", to_json(pair.second)}};
}

MemberInput member_input_from_json(const json::value& body) {
    http::JsonReader reader(body);
    MemberInput out;
    out.full_name = collapse_blanks(reader.required_text("full_name", kLongestName));
    out.birth_year = reader.integer("birth_year", 1, 9999);
    out.joined_on = reader.partial_date("joined_on");
    out.left_on = reader.partial_date("left_on");
    out.left_reason = reader.text("left_reason", kLongestName);
    out.branch = reader.text("branch", kLongestBranch);
    out.kind = reader.choice("kind", parse_kind).value_or(Kind::full);
    out.identity = reader.text("identity", kLongestName);
    out.removes_identity = reader.boolean("removes_identity", false);
    reader.check();
    return out;
}

DoubleInput double_input_from_json(const json::value& body) {
    http::JsonReader reader(body);
    const auto keep = reader.id<MemberId>("keep_id");
    const auto other = reader.id<MemberId>("other_id");
    const auto decision = reader.choice("decision", parse_double_decision);
    for (const char* name : {"keep_id", "other_id", "decision"}) {
        if (!reader.has(name)) {
            reader.fault(name, "field.required");
        }
    }
    reader.check();
    return {keep.value_or(MemberId()),
            other.value_or(MemberId()),
            decision.value_or(DoubleDecision::same_person)};
}

}  // namespace hoiquan::members
