#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/error.h"
#include "organisations/event_plan.h"
#include "organisations/event_store.h"
#include "organisations/event_undo.h"
#include "organisations/policy.h"
#include "organisations/proposals.h"
#include "platform/audit/audit.h"

namespace hoiquan::organisations {

namespace {

namespace json = boost::json;

void demand_administrator(const auth::Actor& actor) {
    if (!may_create(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
}

/// Writes what was planned.
class Writer {
public:
    Writer(Plan& plan, Ledger& ledger) : plan_(plan), ledger_(ledger) {}

    void run() {
        make_results();
        end_bodies();
        for (const auto& child : plan_.children) {
            move_child(child);
        }
        change_bodies();
        for (const auto& edge : plan_.edges) {
            ledger_.add_edge(edge.from, plan_.outcome.bodies[edge.to].id, edge.share);
        }
    }

    const std::vector<Question>& questions() const { return questions_; }

private:
    const PartialDate& from() const { return plan_.input.date; }
    const Date& date() const { return plan_.outcome.date; }

    void make_results() {
        for (std::size_t i = 0; i < plan_.results.size(); ++i) {
            const auto& result = plan_.results[i];
            if (result.id) {
                kept_.push_back(*result.id);
                continue;
            }
            const auto id = ledger_.add_organisation();
            plan_.outcome.bodies[i].id = id;
            StateFact state;
            state.of = id;
            state.kind = result.kind;
            state.level = result.level;
            state.code = result.code;
            state.from = from();
            ledger_.add(state);
            ledger_.add(NameFact{{}, id, result.name, result.short_name, from(), far_future()});
            relate(id, "part_of", result.part_of);
            relate(id, "led_by", result.led_by);
            relate(id, "located_in", result.located_in);
            ledger_.add_part(id, Part::made);
        }
        for (const auto& id : kept_) {
            ledger_.add_part(id, Part::kept);
        }
    }

    void relate(const OrganisationId& id,
                const char* kind,
                const std::optional<OrganisationId>& to) {
        if (to) {
            ledger_.add(RelationFact{{}, kind, id, *to, from(), far_future()});
        }
    }

    void end_bodies() {
        for (const auto& succession : plan_.outcome.successions) {
            if (!succession.ends) {
                continue;
            }
            end_facts(succession.from);
            if (!plan_.concerns_territory) {
                for (const auto heir : succession.heirs) {
                    relate(succession.from, "inherited_by", plan_.outcome.bodies[heir].id);
                }
            }
            ledger_.add_part(succession.from, Part::ended);
        }
    }

    void end_facts(const OrganisationId& body) {
        for (const auto& state : plan_.facts.states) {
            if (state.of == body && state.to > date()) {
                ledger_.end(state, date());
            }
        }
        for (const auto& relation : plan_.facts.relations) {
            const bool is_own = relation.from_id == body && relation.kind != "inherited_by";
            if (is_own && relation.to > date()) {
                ledger_.end(relation, date());
            }
        }
    }

    void move_child(const ChildMove& child) {
        const auto& old = child.relation;
        ledger_.end(old, date());
        if (!child.to) {
            return;
        }
        auto to = std::optional(plan_.outcome.bodies[*child.to].id);
        if (*to == old.from_id) {
            // The heir hung on the one that ends: it now hangs where that one did.
            to = plan_.upper(old.to_id, old.kind);
        }
        const bool begins_later = old.from.date > date();
        const RelationFact next{{},
                                old.kind,
                                old.from_id,
                                to.value_or(OrganisationId()),
                                begins_later ? old.from : from(),
                                old.to};
        if (!to || plan_.ended.contains(*to) || is_there(next)) {
            return;
        }
        ledger_.add(next);
        moved_.push_back(next);
        if (child.needs_decision) {
            questions_.push_back({"organisation", old.from_id.str(), old.to_id, *to});
        }
    }

    /// The body hangs there already, by itself or moved by this event.
    bool is_there(const RelationFact& next) const {
        const auto is_same = [&](const RelationFact& other) {
            return other.from_id == next.from_id && other.to_id == next.to_id &&
                   other.kind == next.kind && other.from.date < next.to &&
                   other.to > next.from.date;
        };
        return std::any_of(moved_.begin(), moved_.end(), is_same) ||
               std::any_of(plan_.facts.relations.begin(), plan_.facts.relations.end(), is_same);
    }

    void change_bodies() {
        for (const auto& body : plan_.input.bodies) {
            switch (plan_.input.code) {
                case EventCode::rename:
                    rename(body);
                    break;
                case EventCode::change_kind:
                case EventCode::suspend:
                case EventCode::resume:
                    change_state(body);
                    break;
                case EventCode::transfer:
                    transfer(body);
                    break;
                case EventCode::split_off:
                    ledger_.add_part(body, Part::kept);
                    continue;
                default:
                    continue;
            }
            ledger_.add_part(body, Part::changed);
        }
    }

    void rename(const OrganisationId& body) {
        for (const auto& name : plan_.facts.names) {
            if (name.of == body && name.holds_on(date())) {
                ledger_.end(name, date());
                ledger_.add(
                    NameFact{{}, body, plan_.input.name, plan_.input.short_name, from(), name.to});
            }
        }
    }

    void change_state(const OrganisationId& body) {
        const auto* old = plan_.state_on_date(body);
        StateFact next = *old;
        next.from = from();
        next.kind = plan_.input.kind.value_or(old->kind);
        next.level = plan_.input.level ? plan_.input.level : old->level;
        if (plan_.input.code == EventCode::suspend) {
            next.status = "suspended";
        } else if (plan_.input.code == EventCode::resume) {
            next.status = "active";
        }
        ledger_.end(*old, date());
        ledger_.add(next);
    }

    void transfer(const OrganisationId& body) {
        const auto kind = to_string(plan_.input.relation.value_or(RelationKind::part_of));
        Date until = far_future();
        for (const auto& relation : plan_.facts.relations) {
            if (relation.from_id != body || relation.kind != kind) {
                continue;
            }
            if (relation.holds_on(date())) {
                ledger_.end(relation, date());
            } else if (relation.from.date > date()) {
                until = std::min(until, relation.from.date);
            }
        }
        ledger_.add(RelationFact{
            {}, std::string(kind), body, plan_.input.to.value_or(OrganisationId()), from(), until});
    }

    Plan& plan_;
    Ledger& ledger_;
    std::vector<OrganisationId> kept_;
    std::vector<RelationFact> moved_;
    std::vector<Question> questions_;
};

EventRow row_of(const auth::Actor& actor, const Plan& plan) {
    const auto& input = plan.input;
    EventRow out;
    out.code = input.code;
    out.date = input.date;
    out.basis_document = input.basis_document;
    out.basis_text = input.basis_text;
    out.reason = input.reason;
    out.ground = input.ground;
    out.concerns_territory = plan.concerns_territory;
    if (!actor.user.empty()) {
        out.recorded_by = actor.user;
    }
    out.recorded_for = actor.organisation();
    out.corrects = input.corrects;
    for (const auto& result : plan.outcome.bodies) {
        out.summary += (out.summary.empty() ? "" : "; ") + result.name;
    }
    if (input.code == EventCode::rename) {
        out.summary = input.name;
    }
    return out;
}

void record(db::WriteTx& tx, const auth::Actor& actor, const EventId& id, const Plan& plan) {
    json::array made;
    for (const auto& body : plan.outcome.bodies) {
        made.emplace_back(body.id.str());
    }
    json::array bodies;
    for (const auto& body : plan.input.bodies) {
        bodies.emplace_back(body.str());
    }
    audit::Event event;
    event.action = "organisations.event_carried_out";
    event.entity = "organisation_event";
    event.entity_id = id.str();
    event.after = json::object{{"code", to_string(plan.input.code)},
                               {"date", to_iso(plan.input.date)},
                               {"basis", plan.input.basis_text},
                               {"organisation_ids", bodies},
                               {"result_ids", made}};
    event.reason = plan.input.reason;
    audit::record(tx, actor, event);
    // Each body's own history tells of it too.
    event.after = json::object{{"event_id", id.str()},
                               {"code", to_string(plan.input.code)},
                               {"date", to_iso(plan.input.date)}};
    event.entity = "organisation";
    event.parent_entity_id = id.str();
    for (const auto& body : plan.input.bodies) {
        event.entity_id = body.str();
        audit::record(tx, actor, event);
    }
}

std::vector<EffectLine> lines_of_children(const Plan& plan, const Refs& names) {
    std::map<std::tuple<OrganisationId, std::size_t, Effect>, EffectLine> lines;
    constexpr std::size_t examples = 20;
    for (const auto& child : plan.children) {
        const auto effect = !child.to              ? Effect::ends
                            : child.needs_decision ? Effect::needs_decision
                                                   : Effect::moves;
        auto& line = lines[{child.relation.to_id, child.to.value_or(0), effect}];
        line.module = "organisations";
        line.what = child.relation.kind == "located_in" ? "located_bodies" : "children";
        line.effect = effect;
        line.from = child.relation.to_id;
        line.to = child.to;
        ++line.count;
        const auto name = names.find(child.relation.from_id);
        if (name != names.end() && line.examples.size() < examples) {
            line.examples.push_back(name->second.name);
        }
    }
    std::vector<EffectLine> out;
    out.reserve(lines.size());
    for (auto& [key, line] : lines) {
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace

Preview preview(const db::ReadTx& tx,
                const auth::Actor& actor,
                const NewEvent& input,
                const Participants& participants) {
    demand_administrator(actor);
    const auto plan = plan_event(tx, actor, input);
    std::vector<OrganisationId> ids = input.bodies;
    for (const auto& child : plan.children) {
        ids.push_back(child.relation.from_id);
    }
    const auto names = refs(tx, ids, input.date.date);
    Preview out{plan.outcome, lines_of_children(plan, names), {}};
    for (const auto& participant : participants) {
        for (auto& line : participant->effect(tx, plan.outcome)) {
            out.lines.push_back(std::move(line));
        }
    }
    for (const auto& line : out.lines) {
        const auto name = names.find(line.from);
        out.names.push_back(name == names.end() ? std::string() : name->second.name);
    }
    return out;
}

EventId carry_out(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const NewEvent& input,
                  const Participants& participants) {
    demand_administrator(actor);
    if (input.corrects) {
        undo(tx, actor, *input.corrects, input.reason, participants);
    }
    auto plan = plan_event(tx, actor, input);
    Ledger ledger(tx, row_of(actor, plan));
    Writer writer(plan, ledger);
    writer.run();
    ledger.add_questions(writer.questions());
    ledger.flush(Progress());
    for (const auto& participant : participants) {
        ledger.add_questions(participant->carry_out(tx, ledger.event(), plan.outcome));
    }
    ledger.flush(Progress());
    store::raise_versions(tx, ledger.event());
    auto faults = faults_of_state(tx, get_event(tx, ledger.event()));
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    if (input.proposal) {
        mark_carried_out(tx, actor, *input.proposal, ledger.event());
    }
    record(tx, actor, ledger.event(), plan);
    return ledger.event();
}

void undo(db::WriteTx& tx,
          const auth::Actor& actor,
          const EventId& id,
          const std::string& reason,
          const Participants& participants) {
    demand_administrator(actor);
    const auto event = get_event(tx, id);
    if (!may_undo(tx, actor, event)) {
        throw Error(ErrorCode::forbidden, "organisations.may_not_edit");
    }
    undo_now(tx, &actor, id, reason, participants);
}

}  // namespace hoiquan::organisations
