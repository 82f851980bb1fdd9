#include "organisations/event_faults.h"

#include <algorithm>
#include <string>
#include <utility>

#include "organisations/event_store.h"
#include "organisations/faults.h"
#include "organisations/policy.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

namespace {

class Checker {
public:
    Checker(const db::ReadTx& tx, const auth::Actor& actor, const Plan& plan)
        : tx_(tx), actor_(actor), plan_(plan) {}

    std::vector<Fault> run() {
        check_bodies();
        if (!faults_.empty()) {
            return faults_;
        }
        check_results();
        check_moves();
        switch (plan_.input.code) {
            case EventCode::rename:
                check_rename();
                break;
            case EventCode::change_kind:
                check_kind();
                break;
            case EventCode::transfer:
                check_transfer();
                break;
            case EventCode::suspend:
                check_status("active", "organisations.suspended_already");
                break;
            case EventCode::resume:
                check_status("suspended", "organisations.not_suspended");
                break;
            default:
                check_orphans();
                break;
        }
        return faults_;
    }

private:
    const Date& date() const { return plan_.outcome.date; }

    void fault(std::string field,
               const char* key,
               std::vector<std::pair<std::string, std::string>> args = {}) {
        faults_.push_back({std::move(field), key, std::move(args)});
    }

    static std::string body_field(std::size_t i) {
        return "/organisation_ids/" + std::to_string(i);
    }

    void check_bodies() {
        for (std::size_t i = 0; i < plan_.input.bodies.size(); ++i) {
            check_body(plan_.input.bodies[i], body_field(i));
        }
        for (std::size_t i = 0; i < plan_.input.results.size(); ++i) {
            const auto& id = plan_.input.results[i].id;
            if (!id) {
                continue;
            }
            const auto field = "/results/" + std::to_string(i) + "/id";
            check_body(*id, field);
            // Who ends later cannot answer for what is handed to it for good.
            const auto* state = plan_.state_on_date(*id);
            if (state != nullptr && ends_later(*id)) {
                fault(field, "organisations.changes_later", {{"date", date().dd_mm_yyyy()}});
            }
        }
    }

    void check_body(const OrganisationId& id, const std::string& field) {
        const auto state = store::find_state(tx_, id, {date(), {}});
        if (!state) {
            fault(field, "organisations.not_found");
            return;
        }
        if (!may_edit(tx_, actor_, id, state->is_territory)) {
            throw Error(ErrorCode::forbidden, "organisations.may_not_edit");
        }
        if (state->is_territory != plan_.concerns_territory) {
            fault(field, "organisations.territories_apart");
        }
        if (!state->holds_on(date())) {
            fault(field, "organisations.not_there_on_date", {{"date", date().dd_mm_yyyy()}});
        } else if (plan_.ended.contains(id) && begins_on_date(id)) {
            // It would never have been.
            fault(field, "organisations.ends_on_first_day", {{"date", date().dd_mm_yyyy()}});
        } else if (plan_.ended.contains(id) && changes_later(id)) {
            fault(field, "organisations.changes_later", {{"date", date().dd_mm_yyyy()}});
        }
    }

    bool ends_later(const OrganisationId& id) const {
        return std::none_of(
            plan_.facts.states.begin(), plan_.facts.states.end(), [&](const StateFact& fact) {
                return fact.of == id && fact.to == far_future();
            });
    }

    bool begins_on_date(const OrganisationId& id) const {
        return std::none_of(
            plan_.facts.states.begin(), plan_.facts.states.end(), [&](const StateFact& fact) {
                return fact.of == id && fact.from.date < date();
            });
    }

    /// A body of which something is entered for a later day cannot end before that.
    bool changes_later(const OrganisationId& id) const {
        const auto is_later = [&](const auto& fact) {
            return fact.of == id && fact.from.date > date();
        };
        const auto hangs_later = [&](const RelationFact& fact) {
            return fact.from_id == id && fact.from.date > date() && fact.kind != "inherited_by";
        };
        const auto* state = plan_.state_on_date(id);
        return (state != nullptr && state->to != far_future()) ||
               std::any_of(
                   plan_.facts.relations.begin(), plan_.facts.relations.end(), hangs_later) ||
               std::any_of(plan_.facts.states.begin(), plan_.facts.states.end(), is_later) ||
               std::any_of(plan_.facts.names.begin(), plan_.facts.names.end(), is_later);
    }

    void check_results() {
        for (std::size_t i = 0; i < plan_.results.size(); ++i) {
            const auto& result = plan_.results[i];
            if (result.id) {
                continue;
            }
            const auto field = "/results/" + std::to_string(i);
            for (auto& found : faults_of_new(tx_, actor_, as_new(result))) {
                // Who leads the predecessors leads what comes of them, in reach or not.
                const bool is_taken_over = found.key == "organisations.out_of_reach" &&
                                           !plan_.input.results[i].part_of &&
                                           !plan_.input.results[i].led_by;
                if (!is_taken_over) {
                    found.field = field + found.field;
                    faults_.push_back(std::move(found));
                }
            }
            for (const auto& upper : {result.part_of, result.led_by}) {
                if (upper && plan_.ended.contains(*upper)) {
                    fault(
                        field, "organisations.not_there_on_date", {{"date", date().dd_mm_yyyy()}});
                }
            }
            check_code(result, field);
        }
    }

    NewOrganisation as_new(const ResultBody& result) const {
        NewOrganisation out;
        out.name = result.name;
        out.kind = result.kind;
        out.valid_from = plan_.input.date;
        out.part_of = result.part_of;
        out.led_by = result.led_by;
        out.located_in = result.located_in;
        return out;
    }

    /// A new body may bear the code of one that ends.
    void check_code(const ResultBody& result, const std::string& field) {
        if (!result.code) {
            return;
        }
        for (const auto& holder : store::code_holders(tx_, *result.code, date())) {
            if (!plan_.ended.contains(holder)) {
                fault(field + "/code", "organisations.code_taken", {{"code", *result.code}});
                return;
            }
        }
    }

    void check_moves() {
        for (std::size_t i = 0; i < plan_.input.moves.size(); ++i) {
            const auto& move = plan_.input.moves[i];
            const auto is_it = [&](const ChildMove& child) {
                return child.relation.from_id == move.body;
            };
            if (std::none_of(plan_.children.begin(), plan_.children.end(), is_it)) {
                fault("/moves/" + std::to_string(i), "organisations.moves_no_child");
            }
        }
    }

    /// What hangs on a body that ends without heir and without a body above has nowhere to go.
    void check_orphans() {
        for (std::size_t i = 0; i < plan_.input.bodies.size(); ++i) {
            const auto is_orphan = [&](const ChildMove& child) {
                return child.relation.to_id == plan_.input.bodies[i] && !child.to &&
                       (child.relation.kind == "part_of" || child.relation.kind == "led_by");
            };
            if (std::any_of(plan_.children.begin(), plan_.children.end(), is_orphan)) {
                fault(body_field(i), "organisations.leaves_orphans");
            }
        }
    }

    void check_rename() {
        const auto& id = plan_.input.bodies.front();
        const auto found =
            faults_of_name(*store::find_state(tx_, id, {date(), {}}),
                           store::list_names(tx_, id, {date(), {}}),
                           {plan_.input.name, plan_.input.short_name, plan_.input.date});
        faults_.insert(faults_.end(), found.begin(), found.end());
    }

    void check_kind() {
        const auto* state = plan_.state_on_date(plan_.input.bodies.front());
        const auto all = kinds(tx_);
        const auto& wanted = plan_.input.kind.value_or(state->kind);
        const auto kind = std::find_if(
            all.begin(), all.end(), [&](const Kind& known) { return known.code == wanted; });
        if (kind == all.end()) {
            fault("/kind", "field.unknown_value");
        } else if (kind->is_territory != plan_.concerns_territory) {
            fault("/kind", "organisations.territories_apart");
        } else if (wanted == state->kind &&
                   (!plan_.input.level || plan_.input.level == state->level)) {
            fault("/kind", "organisations.kind_unchanged");
        }
    }

    void check_status(std::string_view wanted, const char* key) {
        for (std::size_t i = 0; i < plan_.input.bodies.size(); ++i) {
            if (plan_.state_on_date(plan_.input.bodies[i])->status != wanted) {
                fault(body_field(i), key);
            }
        }
    }

    void check_transfer() {
        const NewRelation wanted{plan_.input.relation.value_or(RelationKind::part_of),
                                 plan_.input.to.value_or(OrganisationId()),
                                 plan_.input.date};
        for (const auto& body : plan_.input.bodies) {
            const auto rows = store::list_relations(tx_, body, {date(), {}});
            for (auto& found : faults_of_relation(tx_, body, rows, wanted)) {
                faults_.push_back(std::move(found));
            }
        }
        const bool needs_reach =
            wanted.kind != RelationKind::located_in && !plan_.concerns_territory;
        if (faults_.empty() && needs_reach && !reaches(tx_, actor_, wanted.to)) {
            fault("/to_id", "organisations.out_of_reach");
        }
    }

    const db::ReadTx& tx_;
    const auth::Actor& actor_;
    const Plan& plan_;
    std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> faults_of_plan(const db::ReadTx& tx,
                                  const auth::Actor& actor,
                                  const Plan& plan) {
    return Checker(tx, actor, plan).run();
}

}  // namespace hoiquan::organisations
