#include "organisations/event_plan.h"

#include <algorithm>
#include <utility>

#include "organisations/event_faults.h"

namespace hoiquan::organisations {

namespace {

bool is_new_from_old(EventCode code) {
    return code == EventCode::consolidate || code == EventCode::divide ||
           code == EventCode::split_off || code == EventCode::reorganise ||
           code == EventCode::absorb;
}

class Planner {
public:
    Planner(const db::ReadTx& tx, const NewEvent& input) : tx_(tx) {
        plan_.input = input;
        plan_.outcome.code = input.code;
        plan_.outcome.date = input.date.date;
        plan_.results = input.results;
    }

    Plan run() {
        load_facts();
        find_ended();
        draw_edges();
        complete_results();
        name_outcome();
        add_successions();
        move_children();
        return std::move(plan_);
    }

private:
    const Date& date() const { return plan_.outcome.date; }

    void load_facts() {
        std::vector<OrganisationId> ids = plan_.input.bodies;
        for (const auto& result : plan_.input.results) {
            if (result.id) {
                ids.push_back(*result.id);
            }
        }
        plan_.facts = facts_of(tx_, ids);
        for (const auto& kind : kinds(tx_)) {
            if (kind.is_territory) {
                territory_kinds_.insert(kind.code);
            }
        }
    }

    void find_ended() {
        const auto code = plan_.input.code;
        std::set<OrganisationId> going_on;
        for (const auto& result : plan_.input.results) {
            if (result.id) {
                going_on.insert(*result.id);
            }
        }
        const bool all_end = code == EventCode::consolidate || code == EventCode::absorb ||
                             code == EventCode::divide || code == EventCode::dissolve ||
                             code == EventCode::reorganise;
        for (const auto& body : plan_.input.bodies) {
            if (all_end && !going_on.contains(body)) {
                plan_.ended.insert(body);
            }
            if (const auto* state = plan_.state_on_date(body)) {
                plan_.concerns_territory =
                    plan_.concerns_territory || territory_kinds_.contains(state->kind);
            }
        }
        if (code == EventCode::establish) {
            plan_.concerns_territory = territory_kinds_.contains(plan_.results.front().kind);
        }
    }

    void draw_edges() {
        if (plan_.input.code == EventCode::reorganise) {
            for (const auto& edge : plan_.input.edges) {
                plan_.edges.push_back({edge.from, edge.to, edge.share});
            }
            return;
        }
        if (!is_new_from_old(plan_.input.code)) {
            return;
        }
        const bool is_divided =
            plan_.input.code == EventCode::divide || plan_.input.code == EventCode::split_off;
        for (const auto& body : plan_.input.bodies) {
            for (std::size_t i = 0; i < plan_.results.size(); ++i) {
                plan_.edges.push_back({body, i, is_divided ? Share::part : Share::whole});
            }
        }
    }

    /// The first predecessor that a result comes from.
    std::optional<OrganisationId> first_predecessor(std::size_t result) const {
        for (const auto& edge : plan_.edges) {
            if (edge.to == result) {
                return edge.from;
            }
        }
        return std::nullopt;
    }

    /// A new body is what its first predecessor was, where nothing else was entered.
    void complete_results() {
        for (std::size_t i = 0; i < plan_.results.size(); ++i) {
            auto& result = plan_.results[i];
            const auto from = first_predecessor(i);
            const auto* state = from ? plan_.state_on_date(*from) : nullptr;
            if (result.id || state == nullptr) {
                continue;
            }
            if (result.kind.empty()) {
                result.kind = state->kind;
                result.level = result.level ? result.level : state->level;
            }
            if (!result.part_of && !result.led_by && !result.located_in) {
                result.part_of = surviving_upper(*from, "part_of");
                result.led_by = surviving_upper(*from, "led_by");
                result.located_in = surviving_upper(*from, "located_in");
            }
        }
    }

    std::optional<OrganisationId> surviving_upper(const OrganisationId& body,
                                                  std::string_view kind) const {
        auto upper = plan_.upper(body, kind);
        return upper && !plan_.ended.contains(*upper) ? upper : std::nullopt;
    }

    void name_outcome() {
        std::vector<OrganisationId> ids;
        for (const auto& result : plan_.results) {
            if (result.id) {
                ids.push_back(*result.id);
            }
        }
        const auto names = refs(tx_, ids, date());
        for (const auto& result : plan_.results) {
            const bool is_known = result.id && names.contains(*result.id);
            plan_.outcome.bodies.push_back({result.id.value_or(OrganisationId()),
                                            is_known ? names.at(*result.id).name : result.name});
        }
    }

    /// Place of a body that answers for records though it is no result.
    std::size_t place_of(const OrganisationId& body) {
        auto& bodies = plan_.outcome.bodies;
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            if (bodies[i].id == body) {
                return i;
            }
        }
        const auto names = refs(tx_, {body}, date());
        bodies.push_back({body, names.contains(body) ? names.at(body).name : std::string()});
        return bodies.size() - 1;
    }

    /// What a dissolved body hung on, going up past those that end with it.
    std::optional<OrganisationId> next_above(const OrganisationId& body) const {
        auto at = std::optional(body);
        for (std::size_t steps = 0; at && steps <= plan_.ended.size(); ++steps) {
            auto above = plan_.upper(*at, "part_of");
            at = above ? above : plan_.upper(*at, "led_by");
            if (at && !plan_.ended.contains(*at)) {
                return at;
            }
        }
        return std::nullopt;
    }

    std::vector<std::size_t> heirs_of(const OrganisationId& body) const {
        std::vector<std::size_t> out;
        for (const auto& edge : plan_.edges) {
            if (edge.from == body) {
                out.push_back(edge.to);
            }
        }
        // The owner for the time being is the first by code; without codes as they were entered.
        std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
            static constexpr const char* last = "~";
            return plan_.results[a].code.value_or(last) < plan_.results[b].code.value_or(last);
        });
        return out;
    }

    void add_successions() {
        for (const auto& body : plan_.input.bodies) {
            Succession succession;
            succession.from = body;
            succession.ends = plan_.ended.contains(body);
            succession.heirs = heirs_of(body);
            succession.needs_decision = succession.ends && succession.heirs.size() != 1;
            if (succession.ends && succession.heirs.empty()) {
                if (const auto above = next_above(body)) {
                    succession.heirs.push_back(place_of(*above));
                }
            }
            plan_.outcome.successions.push_back(std::move(succession));
        }
    }

    std::optional<std::size_t> asked_move(const OrganisationId& child) const {
        for (const auto& move : plan_.input.moves) {
            if (move.body == child) {
                return move.to;
            }
        }
        return std::nullopt;
    }

    void move_children() {
        for (const auto& succession : plan_.outcome.successions) {
            for (const auto& relation : plan_.facts.relations) {
                if (relation.to_id == succession.from && relation.to > date() &&
                    relation.kind != "inherited_by" && !plan_.ended.contains(relation.from_id)) {
                    move_child(succession, relation);
                }
            }
        }
    }

    void move_child(const Succession& succession, const RelationFact& relation) {
        const auto asked = asked_move(relation.from_id);
        if (!succession.ends) {
            if (asked) {
                plan_.children.push_back({relation, asked, false});
            }
            return;
        }
        ChildMove move{relation, std::nullopt, false};
        if (asked) {
            move.to = asked;
        } else if (!succession.heirs.empty()) {
            move.to = succession.heirs.front();
            move.needs_decision = succession.needs_decision;
        }
        plan_.children.push_back(std::move(move));
    }

    const db::ReadTx& tx_;
    Plan plan_;
    std::set<std::string> territory_kinds_;
};

}  // namespace

const StateFact* Plan::state_on_date(const OrganisationId& body) const {
    for (const auto& state : facts.states) {
        if (state.of == body && state.holds_on(outcome.date)) {
            return &state;
        }
    }
    return nullptr;
}

std::optional<OrganisationId> Plan::upper(const OrganisationId& body, std::string_view kind) const {
    for (const auto& relation : facts.relations) {
        if (relation.from_id == body && relation.kind == kind && relation.holds_on(outcome.date)) {
            return relation.to_id;
        }
    }
    return std::nullopt;
}

Plan plan_event(const db::ReadTx& tx, const auth::Actor& actor, const NewEvent& input) {
    auto faults = faults_of_form(input);
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    auto plan = Planner(tx, input).run();
    faults = faults_of_plan(tx, actor, plan);
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    return plan;
}

}  // namespace hoiquan::organisations
