#include "organisations/event_undo.h"

#include <map>
#include <utility>

#include <boost/json/object.hpp>

#include "base/error.h"
#include "organisations/event_store.h"
#include "organisations/ledger.h"
#include "organisations/policy.h"
#include "organisations/proposals.h"
#include "platform/audit/audit.h"

namespace hoiquan::organisations {

namespace {

Fault fault_of(const Dependant& dependant) {
    std::string examples;
    for (const auto& example : dependant.examples) {
        examples += (examples.empty() ? "" : "; ") + example;
    }
    return {"/" + dependant.module + "/" + dependant.what,
            "organisations.depends_on_event",
            {{"module", dependant.module},
             {"what", dependant.what},
             {"count", std::to_string(dependant.count)},
             {"examples", examples}}};
}

[[noreturn]] void refuse(std::vector<Fault> faults) {
    throw Error(ErrorCode::conflict, "organisations.event_has_dependants", std::move(faults));
}

}  // namespace

bool may_undo(const db::ReadTx& tx, const auth::Actor& actor, const Event& event) {
    if (!may_create(actor)) {
        return false;
    }
    if (event.recorded_for && *event.recorded_for == actor.organisation()) {
        return true;
    }
    constexpr int most = 5000;
    bool has_reached = false;
    for (const auto& part : store::parts_of(tx, event.id, most)) {
        const bool may = may_edit(tx, actor, part.body, event.concerns_territory);
        if (!may && part.part != "made") {
            return false;
        }
        has_reached = has_reached || may;
    }
    return has_reached;
}

bool makes_circle(const db::ReadTx& tx, const RelationFact& relation) {
    return store::makes_circle(
        tx, relation.to_id, relation.from_id, {relation.from.date, relation.to});
}

/// Only a relation that was written can close a circle. An undo writes again what others had made:
/// there every relation of a body that took part is looked at.
bool has_circle(const db::ReadTx& tx, const Event& event) {
    const bool is_undone = event.undone_at.has_value();
    const auto relations = is_undone ? facts_of(tx, store::bodies_of(tx, event.id)).relations
                                     : store::written_relations(tx, event.id);
    return std::any_of(relations.begin(), relations.end(), [&](const RelationFact& relation) {
        const bool makes_reach = relation.kind == "part_of" || relation.kind == "led_by";
        return makes_reach && makes_circle(tx, relation);
    });
}

std::vector<Fault> faults_of_state(const db::ReadTx& tx, const Event& event) {
    std::vector<Fault> out;
    if (const auto code = store::clashing_code(tx, event.id)) {
        out.push_back({"/code", "organisations.code_taken", {{"code", *code}}});
    }
    if (const auto relation = store::outliving_relation(tx, event.id)) {
        out.push_back({"/relations",
                       "organisations.relation_outlives_body",
                       {{"from", ref(tx, relation->first, event.date.date).name},
                        {"to", ref(tx, relation->second, event.date.date).name}}});
    }
    // Territories hang on a unit of a higher level only, so they make no circle.
    if (!event.concerns_territory && has_circle(tx, event)) {
        out.push_back({"/relations", "organisations.relation_circle", {}});
    }
    return out;
}

std::vector<Dependant> dependants(const db::ReadTx& tx,
                                  const EventId& event,
                                  const Participants& participants) {
    std::vector<Dependant> out;
    if (auto later = store::later_events(tx, event); !later.empty()) {
        const auto count = static_cast<std::int64_t>(later.size());
        out.push_back({"organisations", "events", count, std::move(later)});
    }
    std::map<std::string, std::int64_t> rows;
    for (const auto& counts : {store::changed_rows(tx, event), store::later_rows(tx, event)}) {
        for (const auto& [what, count] : counts) {
            rows[what] += count;
        }
    }
    for (const auto& [what, count] : rows) {
        out.push_back({"organisations", what, count, {}});
    }
    const auto made = store::bodies_made(tx, event);
    for (const auto& participant : participants) {
        for (auto& dependant : participant->dependants(tx, event, made)) {
            out.push_back(std::move(dependant));
        }
    }
    return out;
}

void undo_now(db::WriteTx& tx,
              const auth::Actor* actor,
              const EventId& id,
              const std::string& reason,
              const Participants& participants) {
    const auto event = get_event(tx, id);
    if (event.undone_at) {
        throw Error(ErrorCode::conflict, "organisations.event_undone_already");
    }
    std::vector<Fault> faults;
    for (const auto& dependant : dependants(tx, id, participants)) {
        faults.push_back(fault_of(dependant));
    }
    if (!faults.empty()) {
        refuse(std::move(faults));
    }
    for (const auto& participant : participants) {
        participant->undo(tx, id);
    }
    take_back(tx, id);
    store::mark_undone(
        tx, id, actor != nullptr ? std::optional(actor->user) : std::nullopt, reason);
    store::raise_versions(tx, id);
    reopen_proposals(tx, id);
    // What was written again must still fit to what has been written since.
    if (auto unsound = faults_of_state(tx, get_event(tx, id)); !unsound.empty()) {
        refuse(std::move(unsound));
    }
    audit::Event record;
    record.action = "organisations.event_undone";
    record.entity = "organisation_event";
    record.entity_id = id.str();
    record.before =
        boost::json::object{{"code", to_string(event.code)}, {"date", to_iso(event.date)}};
    record.reason = reason;
    if (actor != nullptr) {
        audit::record(tx, *actor, record);
    } else {
        audit::record_system(tx, record);
    }
}

void undo_at_console(db::WriteTx& tx,
                     const EventId& event,
                     const std::string& reason,
                     const Participants& participants) {
    undo_now(tx, nullptr, event, reason, participants);
}

}  // namespace hoiquan::organisations
