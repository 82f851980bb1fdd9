#include <algorithm>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/error.h"
#include "organisations/faults.h"
#include "organisations/json.h"
#include "organisations/organisations.h"
#include "organisations/policy.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

namespace {

namespace json = boost::json;

json::value value_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

json::object facts_of(const NewOrganisation& input) {
    json::array aliases(input.aliases.begin(), input.aliases.end());
    const auto id = [](const std::optional<OrganisationId>& value) {
        return value ? json::value(value->str()) : json::value(nullptr);
    };
    return {{"name", input.name},
            {"short_name", value_or_null(input.short_name)},
            {"kind", input.kind},
            {"level", value_or_null(input.level)},
            {"code", value_or_null(input.code)},
            {"valid_from", to_iso(input.valid_from)},
            {"aliases", std::move(aliases)},
            {"part_of_id", id(input.part_of)},
            {"led_by_id", id(input.led_by)},
            {"located_in_id", id(input.located_in)}};
}

audit::Event event_of(std::string action, const OrganisationId& id) {
    audit::Event event;
    event.action = std::move(action);
    event.entity = "organisation";
    event.entity_id = id.str();
    return event;
}

/// Writes a body that has passed its checks.
OrganisationId write(db::WriteTx& tx, const NewOrganisation& input) {
    const auto id = store::insert_organisation(tx);
    store::insert_state(tx, id, input);
    store::insert_name(tx, id, {input.name, input.short_name, input.valid_from}, far_future());
    for (const auto& alias : input.aliases) {
        store::insert_alias(tx, id, alias, input.valid_from.date);
    }
    const auto relate = [&](RelationKind kind, const std::optional<OrganisationId>& to) {
        if (to) {
            store::insert_relation(tx, {{}, kind, id, *to, input.valid_from, far_future()});
        }
    };
    relate(RelationKind::part_of, input.part_of);
    relate(RelationKind::led_by, input.led_by);
    relate(RelationKind::located_in, input.located_in);
    return id;
}

/// The body as it stands now, if the actor may edit it and `version` is the current one; the
/// version is raised.
store::State take(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  std::int64_t version) {
    auto state = store::find_state(tx, id, {tx.today(), {}});
    if (!state) {
        throw Error(ErrorCode::not_found, "organisations.not_found");
    }
    if (!may_edit(tx, actor, id, state->is_territory)) {
        throw Error(ErrorCode::forbidden, "organisations.may_not_edit");
    }
    if (!store::raise_version(tx, id, version)) {
        const auto current = get(tx, actor, id, {tx.today(), {}});
        throw Error(ErrorCode::conflict, "organisations.changed_meanwhile")
            .with_current(json::serialize(to_json(current)));
    }
    return std::move(*state);
}

/// The day on which the next row takes over, so that a change into the past ends before it.
template <class Rows, class Start>
Date next_start(const Rows& rows, const Date& after, Start start) {
    Date next = far_future();
    for (const auto& row : rows) {
        if (const auto begins = start(row); begins > after) {
            next = std::min(next, begins);
        }
    }
    return next;
}

void replace_name(db::WriteTx& tx,
                  const OrganisationId& id,
                  const std::vector<store::NameRow>& rows,
                  const NewName& input) {
    const auto date = input.valid_from.date;
    for (const auto& row : rows) {
        const auto& old = row.name;
        if (old.valid_from.date > date || old.valid_to <= date) {
            continue;
        }
        store::supersede_name(tx, row.id);
        if (old.valid_from.date < date) {
            store::insert_name(tx, id, {old.name, old.short_name, old.valid_from}, date);
        }
    }
    const auto until =
        next_start(rows, date, [](const store::NameRow& row) { return row.name.valid_from.date; });
    store::insert_name(tx, id, input, until);
}

/// Ends the relation that held; gives what it was to.
std::optional<OrganisationId> end_holding(db::WriteTx& tx,
                                          const std::vector<store::RelationRow>& same_kind,
                                          const Date& date) {
    std::optional<OrganisationId> held;
    for (const auto& row : same_kind) {
        if (!row.holds_on(date)) {
            continue;
        }
        held = row.to;
        store::supersede_relation(tx, row.id);
        if (row.valid_from.date < date) {
            auto ended = row;
            ended.valid_to = date;
            store::insert_relation(tx, ended);
        }
    }
    return held;
}

}  // namespace

OrganisationId create(db::WriteTx& tx, const auth::Actor& actor, const NewOrganisation& input) {
    if (!may_create(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    throw_if_any(faults_of_new(tx, actor, input));
    const auto id = write(tx, input);
    auto event = event_of("organisations.created", id);
    event.after = facts_of(input);
    audit::record(tx, actor, event);
    return id;
}

OrganisationId create_first(db::WriteTx& tx, const std::string& name, const std::string& kind) {
    NewOrganisation input;
    input.name = name;
    input.kind = kind;
    input.valid_from = {tx.today(), DatePrecision::day};
    throw_if_any(faults_of_new(tx, auth::Actor{}, input));
    const auto id = write(tx, input);
    auto event = event_of("organisations.created", id);
    event.after = facts_of(input);
    audit::record_system(tx, event);
    return id;
}

void rename(db::WriteTx& tx,
            const auth::Actor& actor,
            const OrganisationId& id,
            std::int64_t version,
            const NewName& input) {
    const auto today = take(tx, actor, id, version);
    const View then{input.valid_from.date, {}};
    const auto rows = store::list_names(tx, id, then);
    throw_if_any(faults_of_name(store::find_state(tx, id, then).value_or(today), rows, input));
    replace_name(tx, id, rows, input);
    auto event = event_of("organisations.renamed", id);
    event.before = json::object{{"name", ref(tx, id, input.valid_from.date.plus_days(-1)).name}};
    event.after = json::object{{"name", input.name},
                               {"short_name", value_or_null(input.short_name)},
                               {"valid_from", to_iso(input.valid_from)}};
    audit::record(tx, actor, event);
}

void add_alias(db::WriteTx& tx,
               const auth::Actor& actor,
               const OrganisationId& id,
               std::int64_t version,
               const std::string& alias) {
    const auto state = take(tx, actor, id, version);
    const auto known = store::list_aliases(tx, id, {tx.today(), {}});
    if (std::find(known.begin(), known.end(), alias) != known.end()) {
        throw_if_any({{"/alias", "organisations.alias_there_already", {}}});
    }
    // From the beginning of the body: documents of all its years may write it so.
    store::insert_alias(tx, id, alias, state.valid_from.date);
    auto event = event_of("organisations.alias_added", id);
    event.after = json::object{{"alias", alias}};
    audit::record(tx, actor, event);
}

void add_relation(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  std::int64_t version,
                  const NewRelation& input) {
    take(tx, actor, id, version);
    const auto date = input.valid_from.date;
    auto rows = store::list_relations(tx, id, {date, {}});
    throw_if_any(faults_of_relation(tx, id, rows, input));
    std::erase_if(rows, [&](const store::RelationRow& row) {
        return row.from != id || row.kind != input.kind;
    });
    std::optional<OrganisationId> held;
    Date until = far_future();
    if (is_single_valued(input.kind)) {
        held = end_holding(tx, rows, date);
        until = next_start(
            rows, date, [](const store::RelationRow& row) { return row.valid_from.date; });
    }
    store::insert_relation(tx, {{}, input.kind, id, input.to, input.valid_from, until});
    auto event = event_of("organisations.relation_added", id);
    if (held) {
        event.before = json::object{{"kind", to_string(input.kind)}, {"to_id", held->str()}};
    }
    event.after = json::object{{"kind", to_string(input.kind)},
                               {"to_id", input.to.str()},
                               {"valid_from", to_iso(input.valid_from)}};
    event.parent_entity_id = input.to.str();
    audit::record(tx, actor, event);
}

}  // namespace hoiquan::organisations
