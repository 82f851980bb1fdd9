#include "organisations/faults.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "organisations/naming.h"

namespace hoiquan::organisations {

namespace {

const Kind* find_kind(const std::vector<Kind>& kinds, std::string_view code) {
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.code == code; });
    return found == kinds.end() ? nullptr : &*found;
}

/// Bodies and territories are two worlds joined by located_in alone, so that no territory ever
/// brings a body into somebody's reach.
std::optional<std::string> wrong_ends(RelationKind kind, bool from_territory, bool to_territory) {
    if (kind == RelationKind::located_in) {
        return to_territory ? std::nullopt : std::optional("organisations.not_a_territory");
    }
    if (from_territory && (kind != RelationKind::part_of || !to_territory)) {
        return "organisations.territory_belongs_to_territory";
    }
    if (!from_territory && to_territory) {
        return "organisations.territory_is_no_body";
    }
    return std::nullopt;
}

/// What is wrong with one of the upper bodies of a new one.
std::optional<Fault> fault_of_upper(const db::ReadTx& tx,
                                    const std::string& field,
                                    RelationKind kind,
                                    const OrganisationId& to,
                                    const std::pair<bool, Date>& from) {
    const auto [is_territory, date] = from;
    const auto state = store::find_state(tx, to, {date, {}});
    if (!state) {
        return Fault{field, "organisations.not_found", {}};
    }
    if (auto wrong = wrong_ends(kind, is_territory, state->is_territory)) {
        return Fault{field, std::move(*wrong), {}};
    }
    if (!state->holds_on(date)) {
        return Fault{field, "organisations.not_there_on_date", {{"date", date.dd_mm_yyyy()}}};
    }
    return std::nullopt;
}

}  // namespace

bool is_single_valued(RelationKind kind) {
    return kind == RelationKind::part_of || kind == RelationKind::led_by ||
           kind == RelationKind::located_in;
}

void throw_if_any(std::vector<Fault> faults) {
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
}

std::vector<Fault> faults_of_new(const db::ReadTx& tx,
                                 const auth::Actor& actor,
                                 const NewOrganisation& input) {
    std::vector<Fault> faults;
    const auto all_kinds = kinds(tx);
    const auto* kind = find_kind(all_kinds, input.kind);
    if (kind == nullptr) {
        faults.push_back({"/kind", "field.unknown_value", {}});
    }
    if (match_key(input.name).empty()) {
        faults.push_back({"/name", "organisations.name_without_letters", {}});
    }
    if (input.code && store::code_taken(tx, *input.code, input.valid_from.date)) {
        faults.push_back({"/code", "organisations.code_taken", {{"code", *input.code}}});
    }
    const bool is_territory = kind != nullptr && kind->is_territory;
    struct Upper {
        const char* field;
        RelationKind kind;
        const std::optional<OrganisationId>& to;
    };
    for (const auto& upper :
         {Upper{"/part_of_id", RelationKind::part_of, input.part_of},
          Upper{"/led_by_id", RelationKind::led_by, input.led_by},
          Upper{"/located_in_id", RelationKind::located_in, input.located_in}}) {
        if (!upper.to) {
            continue;
        }
        const std::pair<bool, Date> from{is_territory, input.valid_from.date};
        if (auto fault = fault_of_upper(tx, upper.field, upper.kind, *upper.to, from)) {
            faults.push_back(std::move(*fault));
        } else if (upper.kind != RelationKind::located_in && !is_territory &&
                   !reaches(tx, actor, *upper.to)) {
            faults.push_back({upper.field, "organisations.out_of_reach", {}});
        }
    }
    return faults;
}

std::vector<Fault> faults_of_name(const store::State& state,
                                  const std::vector<store::NameRow>& names,
                                  const NewName& input) {
    std::vector<Fault> faults;
    if (match_key(input.name).empty()) {
        faults.push_back({"/name", "organisations.name_without_letters", {}});
    }
    const auto date = input.valid_from.date;
    const auto holding = std::find_if(names.begin(), names.end(), [&](const auto& row) {
        return row.name.valid_from.date <= date && date < row.name.valid_to;
    });
    if (!state.holds_on(date) || holding == names.end()) {
        faults.push_back(
            {"/valid_from", "organisations.not_there_on_date", {{"date", date.dd_mm_yyyy()}}});
    } else if (holding->name.name == input.name && holding->name.short_name == input.short_name) {
        faults.push_back({"/name", "organisations.name_unchanged", {}});
    }
    return faults;
}

std::vector<Fault> faults_of_relation(const db::ReadTx& tx,
                                      const OrganisationId& from,
                                      const std::vector<store::RelationRow>& relations,
                                      const NewRelation& input) {
    const auto date = input.valid_from.date;
    if (from == input.to) {
        return {{"/to_id", "organisations.relation_to_itself", {}}};
    }
    const auto state = store::find_state(tx, from, {date, {}});
    std::vector<Fault> faults;
    if (!state || !state->holds_on(date)) {
        faults.push_back(
            {"/valid_from", "organisations.not_there_on_date", {{"date", date.dd_mm_yyyy()}}});
    }
    const bool is_territory = state && state->is_territory;
    if (auto fault = fault_of_upper(tx, "/to_id", input.kind, input.to, {is_territory, date})) {
        faults.push_back(std::move(*fault));
        return faults;
    }
    const bool holds_already =
        std::any_of(relations.begin(), relations.end(), [&](const store::RelationRow& row) {
            return row.from == from && row.to == input.to && row.kind == input.kind &&
                   row.holds_on(date);
        });
    if (holds_already) {
        faults.push_back({"/to_id", "organisations.relation_holds_already", {}});
    }
    const bool makes_reach =
        input.kind == RelationKind::part_of || input.kind == RelationKind::led_by;
    if (makes_reach && store::reaches_upwards(tx, input.to, from, date)) {
        faults.push_back({"/to_id", "organisations.relation_circle", {}});
    }
    return faults;
}

}  // namespace hoiquan::organisations
