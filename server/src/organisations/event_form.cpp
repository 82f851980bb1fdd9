#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "organisations/event_plan.h"
#include "organisations/naming.h"

namespace hoiquan::organisations {

namespace {

constexpr std::size_t kMany = 500;

/// How many bodies and results an event of one code has, and whether these are new.
struct Form {
    EventCode code;
    std::size_t bodies_min;
    std::size_t bodies_max;
    std::size_t results_min;
    std::size_t results_max;
    bool makes_new;
};
constexpr std::array<Form, 12> kForms{{{EventCode::establish, 0, 0, 1, 1, true},
                                       {EventCode::consolidate, 2, kMany, 1, 1, true},
                                       {EventCode::absorb, 1, kMany, 1, 1, false},
                                       {EventCode::divide, 1, 1, 2, kMany, true},
                                       {EventCode::split_off, 1, 1, 1, kMany, true},
                                       {EventCode::reorganise, 1, kMany, 1, kMany, true},
                                       {EventCode::rename, 1, 1, 0, 0, false},
                                       {EventCode::change_kind, 1, 1, 0, 0, false},
                                       {EventCode::transfer, 1, kMany, 0, 0, false},
                                       {EventCode::suspend, 1, kMany, 0, 0, false},
                                       {EventCode::resume, 1, kMany, 0, 0, false},
                                       {EventCode::dissolve, 1, kMany, 0, 0, false}}};

const Form& form_of(EventCode code) {
    return *std::find_if(
        kForms.begin(), kForms.end(), [&](const Form& form) { return form.code == code; });
}

class Checker {
public:
    explicit Checker(const NewEvent& input) : input_(input), form_(form_of(input.code)) {}

    std::vector<Fault> run() {
        check_basis();
        check_numbers();
        check_results();
        check_values();
        if (input_.code == EventCode::reorganise) {
            check_edges();
        } else if (!input_.edges.empty()) {
            fault("/edges", "organisations.edges_only_in_reorganise");
        }
        for (std::size_t i = 0; i < input_.moves.size(); ++i) {
            if (input_.moves[i].to >= input_.results.size()) {
                fault("/moves/" + std::to_string(i) + "/result", "field.unknown_value");
            }
        }
        return faults_;
    }

private:
    void fault(std::string field, const char* key) {
        faults_.push_back({std::move(field), key, {}});
    }

    void check_basis() {
        if (trim(input_.basis_text).empty() && !input_.basis_document) {
            fault("/basis_text", "field.required");
        }
        if (input_.code == EventCode::dissolve && !input_.ground) {
            fault("/ground", "field.required");
        }
    }

    void check_numbers() {
        const auto bodies = input_.bodies.size();
        if (bodies < form_.bodies_min || bodies > form_.bodies_max) {
            fault("/organisation_ids", "organisations.wrong_number_of_bodies");
        }
        const auto results = input_.results.size();
        if (results < form_.results_min || results > form_.results_max) {
            fault("/results", "organisations.wrong_number_of_results");
        }
        const std::set<OrganisationId> distinct(input_.bodies.begin(), input_.bodies.end());
        if (distinct.size() != bodies) {
            fault("/organisation_ids", "organisations.body_twice");
        }
    }

    void check_results() {
        std::set<OrganisationId> seen;
        for (std::size_t i = 0; i < input_.results.size(); ++i) {
            const auto& result = input_.results[i];
            const auto field = "/results/" + std::to_string(i);
            const bool may_go_on =
                input_.code == EventCode::reorganise || input_.code == EventCode::absorb;
            if (result.id && !may_go_on) {
                fault(field + "/id", "organisations.result_must_be_new");
            } else if (!result.id && input_.code == EventCode::absorb) {
                fault(field + "/id", "field.required");
            } else if (!result.id && match_key(result.name).empty()) {
                fault(field + "/name", "organisations.name_without_letters");
            }
            if (result.id && !seen.insert(*result.id).second) {
                fault(field + "/id", "organisations.body_twice");
            }
            const bool is_absorbed =
                result.id && input_.code == EventCode::absorb &&
                std::find(input_.bodies.begin(), input_.bodies.end(), *result.id) !=
                    input_.bodies.end();
            if (is_absorbed) {
                fault(field + "/id", "organisations.absorbs_itself");
            }
        }
    }

    void check_values() {
        if (input_.code == EventCode::rename && match_key(input_.name).empty()) {
            fault("/name", "organisations.name_without_letters");
        }
        if (input_.code == EventCode::change_kind && !input_.kind && !input_.level) {
            fault("/kind", "field.required");
        }
        if (input_.code == EventCode::establish && !input_.results.empty() &&
            input_.results.front().kind.empty()) {
            fault("/results/0/kind", "field.required");
        }
        if (input_.code != EventCode::transfer) {
            return;
        }
        if (!input_.relation || *input_.relation == RelationKind::member_of) {
            fault("/relation", input_.relation ? "field.unknown_value" : "field.required");
        }
        if (!input_.to) {
            fault("/to_id", "field.required");
        }
    }

    /// Every body goes somewhere, every result comes from somewhere; whole stands alone.
    void check_edges() {
        std::set<std::pair<OrganisationId, std::size_t>> pairs;
        for (std::size_t i = 0; i < input_.edges.size(); ++i) {
            const auto& edge = input_.edges[i];
            const auto field = "/edges/" + std::to_string(i);
            if (std::find(input_.bodies.begin(), input_.bodies.end(), edge.from) ==
                input_.bodies.end()) {
                fault(field + "/from_id", "organisations.edge_from_elsewhere");
            }
            if (edge.to >= input_.results.size()) {
                fault(field + "/result", "field.unknown_value");
            }
            if (!pairs.emplace(edge.from, edge.to).second) {
                fault(field, "organisations.edge_twice");
            }
            const auto same = std::count_if(input_.edges.begin(),
                                            input_.edges.end(),
                                            [&](const auto& e) { return e.from == edge.from; });
            if ((edge.share == Share::whole) != (same == 1)) {
                fault(field + "/share", "organisations.share_does_not_fit");
            }
        }
        for (std::size_t i = 0; i < input_.bodies.size(); ++i) {
            if (std::none_of(input_.edges.begin(), input_.edges.end(), [&](const auto& edge) {
                    return edge.from == input_.bodies[i];
                })) {
                fault("/organisation_ids/" + std::to_string(i), "organisations.body_without_edge");
            }
        }
        for (std::size_t i = 0; i < input_.results.size(); ++i) {
            if (std::none_of(input_.edges.begin(), input_.edges.end(), [&](const auto& edge) {
                    return edge.to == i;
                })) {
                fault("/results/" + std::to_string(i), "organisations.result_without_edge");
            }
        }
    }

    const NewEvent& input_;
    const Form& form_;
    std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> faults_of_form(const NewEvent& input) {
    return Checker(input).run();
}

}  // namespace hoiquan::organisations
