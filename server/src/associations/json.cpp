#include "associations/json.h"

#include "organisations/json.h"
#include "platform/http/http.h"
#include "platform/http/json_reader.h"

namespace hoiquan::associations {

namespace json = boost::json;

namespace {

constexpr std::size_t kShort = 200;
constexpr std::size_t kLong = 4000;
constexpr std::int64_t kMostSeats = 999;

json::value or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}
json::value or_null(const std::optional<std::int64_t>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}
json::value or_null(const std::optional<OrganisationId>& id) {
    return id ? json::value(id->str()) : json::value(nullptr);
}
json::value open_end(const Date& day) {
    return day == far_future() ? json::value(nullptr) : json::value(day.iso());
}

json::object args_json(const std::vector<std::pair<std::string, std::string>>& args) {
    json::object out;
    for (const auto& [name, value] : args) {
        out[name] = value;
    }
    return out;
}

json::value to_json(const FlagSpan& flag);
json::value to_json(const MoneyLine& line);
json::value to_json(const Evidence& evidence);
json::value to_json(const Sign& sign);
json::value to_json(const SignCount& count);
json::value to_json(const Profile& profile);

template <class T>
json::array array_of(const std::vector<T>& items) {
    json::array out;
    for (const auto& item : items) {
        out.push_back(to_json(item));
    }
    return out;
}

json::value to_json(const FlagSpan& flag) {
    return json::object{
        {"flag", to_string(flag.flag)},
        {"since", flag.span.from.iso()},
        {"rule", "associations.flag_" + std::string(to_string(flag.flag)) + "_rule"}};
}

json::value to_json(const MoneyLine& line) {
    return json::object{{"label", line.label},
                        {"title", line.title},
                        {"income", line.income},
                        {"spending", line.spending},
                        {"entries", line.entries}};
}

json::value to_json(const Evidence& evidence) {
    return json::object{{"key", evidence.key},
                        {"args", args_json(evidence.args)},
                        {"entity", evidence.entity},
                        {"entity_id", evidence.entity_id}};
}

json::value to_json(const Sign& sign) {
    return json::object{{"code", sign.code},
                        {"state", to_string(sign.state)},
                        {"rule", sign.rule},
                        {"evidence", array_of(sign.evidence)}};
}

json::value to_json(const SignCount& count) {
    return json::object{{"code", count.code},
                        {"rule", count.rule},
                        {"good", count.good},
                        {"attention", count.attention},
                        {"no_data", count.no_data},
                        {"examples", organisations::to_json(count.examples)}};
}

json::value to_json(const Profile& profile) {
    auto out = to_json(profile.facts);
    out["valid_from"] = profile.valid_from.iso();
    out["valid_to"] = open_end(profile.valid_to);
    out["recorded_at"] = profile.recorded_at.iso();
    out["confirmed_at"] = or_null(profile.confirmed_at);
    out["confirmed_for_id"] = or_null(profile.confirmed_for);
    out["confirmed_by"] = or_null(profile.confirmed_by_name);
    return out;
}

}  // namespace

json::object to_json(const ProfileFacts& facts) {
    return {{"class", facts.class_code},
            {"stage", facts.stage},
            {"field", or_null(facts.field)},
            {"purpose", or_null(facts.purpose)},
            {"served", or_null(facts.served)},
            {"activities", or_null(facts.activities)},
            {"permitted_by", or_null(facts.permitted_by)},
            {"permitted_by_id", or_null(facts.permitted_by_id)},
            {"supervisor_id", or_null(facts.supervisor)},
            {"office", or_null(facts.office)},
            {"office_address", or_null(facts.office_address)},
            {"equipment", or_null(facts.equipment)},
            {"phone", or_null(facts.phone)},
            {"email", or_null(facts.email)},
            {"board_seats", or_null(facts.board_seats)}};
}

json::object to_json(const Listed& row) {
    json::array flags;
    for (const auto& flag : row.flags) {
        flags.push_back(to_json(flag));
    }
    return {{"id", row.id.str()},
            {"name", row.name},
            {"short_name", or_null(row.short_name)},
            {"kind", row.kind},
            {"level", or_null(row.level)},
            {"valid_from", row.valid_from.iso()},
            {"valid_to", open_end(row.valid_to)},
            {"class", or_null(row.class_code)},
            {"status", row.status},
            {"field", or_null(row.field)},
            {"supervisor", organisations::to_json(row.supervisor)},
            {"office", or_null(row.office)},
            {"equipment", or_null(row.equipment)},
            {"confirmed_at", or_null(row.confirmed_at)},
            {"flags", std::move(flags)}};
}

json::value to_json(const Page& page, int limit, int offset) {
    auto out = http::page_json(array_of(page.items), page.total, limit, offset);
    out.as_object()["as_of"] = page.as_of.iso();
    return out;
}

json::value to_json(const std::vector<Count>& counts) {
    json::object out{{"total", 0},
                     {"unconfirmed", 0},
                     {"class", json::object()},
                     {"status", json::object()},
                     {"level", json::object()},
                     {"flag", json::object()}};
    for (const auto& count : counts) {
        if (count.by == "total" || count.by == "unconfirmed") {
            out[count.by] = count.number;
        } else {
            const auto name = count.value.empty() ? std::string("none") : count.value;
            out.at(count.by).as_object()[name] = count.number;
        }
    }
    return out;
}

json::value to_json(const MoneySums& sums) {
    return json::object{{"year", sums.year},
                        {"total", to_json(sums.total)},
                        {"state_income", sums.state_income},
                        {"self_reliance", or_null(sums.self_reliance)},
                        {"by_association", array_of(sums.by_association)},
                        {"by_source", array_of(sums.by_source)},
                        {"by_task", array_of(sums.by_task)}};
}

json::value to_json(const Setting& setting) {
    return json::object{{"code", setting.code},
                        {"value", setting.value},
                        {"valid_from", setting.valid_from.iso()},
                        {"basis", setting.basis},
                        {"is_confirmed", setting.is_confirmed}};
}

json::value to_json(const Duty& duty) {
    return json::object{
        {"kind", duty.kind},
        {"number", duty.number},
        {"due_on", duty.due_on.iso()},
        {"done_on", duty.done_on ? json::value(duty.done_on->iso()) : json::value(nullptr)},
        {"document", or_null(duty.document)},
        {"state", to_string(duty.state)},
        {"basis", duty.basis},
        {"is_confirmed", duty.is_confirmed},
        {"consequence", or_null(duty.consequence)}};
}

json::value to_json(const Warning& warning) {
    return json::object{{"key", warning.key},
                        {"args", args_json(warning.args)},
                        {"entry_kind", warning.entry_kind},
                        {"entry_id", warning.entry_id},
                        {"basis", warning.basis}};
}

json::value to_json(const Health& health) {
    return json::object{
        {"id", health.id.str()}, {"name", health.name}, {"signs", array_of(health.signs)}};
}

json::value to_json(const HealthRollUp& rolled_up) {
    return json::object{{"as_of", rolled_up.as_of.iso()},
                        {"associations", rolled_up.associations},
                        {"signs", array_of(rolled_up.signs)}};
}

json::object profile_page_json(const Standing& standing,
                               const std::vector<Profile>& profiles,
                               const Date& as_of) {
    auto out = to_json(standing.row);
    const auto* profile = profile_on(profiles, as_of);
    out["profile"] = profile == nullptr ? json::value(nullptr) : to_json(*profile);
    out["profiles"] = array_of(profiles);
    out["version"] = standing.version;
    out["may_edit"] = standing.may_edit;
    out["may_confirm"] = standing.may_confirm;
    out["as_of"] = as_of.iso();
    return out;
}

NewProfile profile_from_json(const json::value& body) {
    http::JsonReader reader(body);
    NewProfile out;
    auto& facts = out.facts;
    for (const char* name : {"class", "stage", "valid_from"}) {
        if (!reader.has(name)) {
            reader.fault(name, "field.required");
        }
    }
    facts.class_code = reader.choice("class", one_of<kClasses>).value_or("");
    facts.stage = reader.choice("stage", one_of<kStages>).value_or("");
    out.valid_from = reader.date("valid_from").value_or(Date());
    facts.field = reader.text("field", kShort);
    facts.purpose = reader.text("purpose", kLong);
    facts.served = reader.text("served", kLong);
    facts.activities = reader.text("activities", kLong);
    facts.permitted_by = reader.text("permitted_by", kShort);
    facts.permitted_by_id = reader.id<OrganisationId>("permitted_by_id");
    facts.supervisor = reader.id<OrganisationId>("supervisor_id");
    facts.office = reader.choice("office", one_of<kTenures>);
    facts.office_address = reader.text("office_address", kShort);
    facts.equipment = reader.choice("equipment", one_of<kTenures>);
    facts.phone = reader.text("phone", kShort);
    facts.email = reader.text("email", kShort);
    facts.board_seats = reader.integer("board_seats", 1, kMostSeats);
    reader.check();
    return out;
}

Setting setting_from_json(const json::value& body) {
    http::JsonReader reader(body);
    Setting out;
    out.code = reader.required_text("code", kShort);
    out.value = reader.required_text("value", kShort);
    if (!reader.has("valid_from")) {
        reader.fault("valid_from", "field.required");
    }
    out.valid_from = reader.date("valid_from").value_or(Date());
    out.basis = reader.required_text("basis", kShort);
    out.is_confirmed = reader.boolean("is_confirmed", false);
    reader.check();
    return out;
}

}  // namespace hoiquan::associations
