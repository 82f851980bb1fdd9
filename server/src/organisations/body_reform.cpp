#include "organisations/body_reform.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "organisations/csv.h"
#include "organisations/event_store.h"
#include "organisations/ledger.h"
#include "organisations/sql.h"

namespace hoiquan::organisations {

namespace {

/// A body that stands in a reformed unit.
struct Located {
    BodyReformStep::From body;
    std::string kind;
    OrganisationId unit;
    std::string level;
};
struct Successor {
    OrganisationId unit;
    std::string name;
    std::string code;
    Share share = Share::whole;
};
using Successors = std::map<OrganisationId, std::vector<Successor>>;

std::vector<Located> located_bodies(const db::ReadTx& tx, const Event& reform) {
    const auto& day = reform.date.date;
    return tx.list(
        sql::located_bodies, {day, day.plus_days(-1), reform.id}, [](const db::Row& row) {
            return Located{
                {row.get<OrganisationId>(0), row.get<std::string>(1), row.get<std::string>(4)},
                row.get<std::string>(2),
                row.get<OrganisationId>(3),
                row.get<std::string>(5)};
        });
}

Successors successors_of(const db::ReadTx& tx, const Event& reform) {
    Successors out;
    tx.each(sql::unit_successors, {reform.date.date, reform.id}, [&](const db::Row& row) {
        out[row.get<OrganisationId>(0)].push_back(
            {row.get<OrganisationId>(1),
             row.get<std::string>(3),
             row.get<std::string>(4),
             parse_share(row.text(2)).value_or(Share::whole)});
    });
    return out;
}

/// The name with the unit's name taken out: where it stood, what stood before and behind it.
/// Nothing when the body does not bear the name of its unit.
struct Template {
    std::string before;
    std::string behind;
    bool is_small = false;  ///< "UBND phường 1": the kind of the unit is written small.

    std::string filled(const std::string& unit) const { return before + unit + behind; }
    std::string key() const { return fold(before) + "\x1f" + fold(behind); }
};

std::optional<Template> template_of(const std::string& name, const std::string& unit) {
    // Letter by letter in small letters: the kind of a unit is written either way.
    const auto letters = to_code_points(name);
    const auto lower = to_code_points(to_lower(name));
    const auto wanted = to_code_points(to_lower(unit));
    const auto at = lower.rfind(wanted);
    const bool whole_word =
        at != std::u32string::npos && (at == 0 || lower[at - 1] == U' ') &&
        (at + wanted.size() == lower.size() || lower[at + wanted.size()] == U' ');
    if (!whole_word || lower.size() != letters.size()) {
        return std::nullopt;
    }
    return Template{to_utf8(letters.substr(0, at)),
                    to_utf8(letters.substr(at + wanted.size())),
                    letters[at] == lower[at]};
}

/// "UBND phường 1" goes on as "UBND phường Đông Hà", "UBND Phường 1" as "UBND Phường Đông Hà".
std::string name_within(const Template& shape, std::string unit) {
    static constexpr std::array<std::string_view, 9> kinds{"Xã ",
                                                           "Phường ",
                                                           "Thị trấn ",
                                                           "Đặc khu ",
                                                           "Huyện ",
                                                           "Quận ",
                                                           "Thị xã ",
                                                           "Thành phố ",
                                                           "Tỉnh "};
    for (const auto kind : kinds) {
        if (shape.is_small && unit.starts_with(kind)) {
            unit = to_lower(std::string(kind)) + unit.substr(kind.size());
            break;
        }
    }
    return shape.filled(unit);
}

/// Groups of bodies and results that hang together by edges.
class Planner {
public:
    explicit Planner(const Successors& successors) : successors_(successors) {}

    void add(const Located& located) {
        const auto next = successors_.find(located.unit);
        if (next == successors_.end()) {
            steps_.push_back({EventCode::dissolve, {located.body}, {}, {}, true});
            return;
        }
        const bool stays = next->second.size() == 1 && next->second.front().unit == located.unit &&
                           next->second.front().name == located.body.unit;
        if (stays) {
            return;
        }
        const auto shape = template_of(located.body.name, located.body.unit);
        if (!shape) {
            const auto& first = next->second.front();
            BodyReformStep step{EventCode::transfer, {located.body}, {}, {}, false};
            step.into.push_back({"", first.unit, first.name});
            step.edges.push_back({0, 0, Share::whole});
            step.needs_decision = next->second.size() > 1;
            steps_.push_back(std::move(step));
            return;
        }
        const auto body = bodies_.size();
        bodies_.push_back(located.body);
        for (const auto& successor : next->second) {
            edges_.push_back({body, result_of(located.kind, *shape, successor), successor.share});
        }
    }

    std::vector<BodyReformStep> steps() && {
        gather_groups();
        return std::move(steps_);
    }

private:
    std::size_t result_of(const std::string& kind,
                          const Template& shape,
                          const Successor& successor) {
        const auto key = kind + "\x1f" + shape.key() + "\x1f" + successor.unit.str();
        const auto [found, is_new] = results_by_key_.emplace(key, results_.size());
        if (is_new) {
            results_.push_back(
                {name_within(shape, successor.name), successor.unit, successor.name});
        }
        return found->second;
    }

    /// Union of bodies (0 …) and results (behind them) along the edges.
    std::size_t root_of(std::size_t node) {
        while (parents_[node] != node) {
            parents_[node] = parents_[parents_[node]];
            node = parents_[node];
        }
        return node;
    }

    void gather_groups() {
        parents_.resize(bodies_.size() + results_.size());
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
        for (const auto& edge : edges_) {
            parents_[root_of(bodies_.size() + edge.into)] = root_of(edge.from);
        }
        std::map<std::size_t, std::vector<BodyReformStep::Edge>> groups;
        for (const auto& edge : edges_) {
            groups[root_of(edge.from)].push_back(edge);
        }
        for (const auto& [root, edges] : groups) {
            steps_.push_back(step_of(edges));
        }
    }

    BodyReformStep step_of(const std::vector<BodyReformStep::Edge>& edges) const {
        BodyReformStep step;
        std::map<std::size_t, std::size_t> from;
        std::map<std::size_t, std::size_t> into;
        for (const auto& edge : edges) {
            if (from.emplace(edge.from, step.from.size()).second) {
                step.from.push_back(bodies_[edge.from]);
            }
            if (into.emplace(edge.into, step.into.size()).second) {
                step.into.push_back(results_[edge.into]);
            }
            step.edges.push_back({from.at(edge.from), into.at(edge.into), edge.share});
            step.needs_decision = step.needs_decision || edge.share == Share::part;
        }
        if (step.from.size() == 1 && step.into.size() == 1) {
            const bool is_renamed = step.from.front().name != step.into.front().name;
            step.code = is_renamed ? EventCode::rename : EventCode::transfer;
        } else if (step.into.size() == 1 && !step.needs_decision) {
            step.code = EventCode::consolidate;
        }
        return step;
    }

    const Successors& successors_;
    std::vector<BodyReformStep::From> bodies_;
    std::vector<BodyReformStep::Into> results_;
    std::map<std::string, std::size_t> results_by_key_;
    std::vector<BodyReformStep::Edge> edges_;
    std::vector<std::size_t> parents_;
    std::vector<BodyReformStep> steps_;
};

auth::Actor console() {
    auth::Actor actor;
    actor.is_console = true;
    return actor;
}

NewEvent event_of(const Event& reform, const BodyReformStep& step, EventCode code) {
    NewEvent out;
    out.code = code;
    out.date = reform.date;
    out.basis_document = reform.basis_document;
    out.basis_text = reform.basis_text;
    for (const auto& body : step.from) {
        out.bodies.push_back(body.id);
    }
    return out;
}

std::optional<OrganisationId> upper_of(const Facts& facts,
                                       const OrganisationId& body,
                                       std::string_view kind,
                                       const Date& day) {
    for (const auto& relation : facts.relations) {
        if (relation.from_id == body && relation.kind == kind && relation.holds_on(day)) {
            return relation.to_id;
        }
    }
    return std::nullopt;
}

void add_results(const db::ReadTx& tx, const BodyReformStep& step, NewEvent& event) {
    const auto facts = facts_of(tx, event.bodies);
    for (std::size_t i = 0; i < step.into.size(); ++i) {
        const auto first = std::find_if(
            step.edges.begin(), step.edges.end(), [&](const auto& edge) { return edge.into == i; });
        const auto& body = step.from.at(first->from).id;
        ResultBody result;
        result.name = step.into[i].name;
        result.located_in = step.into[i].unit;
        result.part_of = upper_of(facts, body, "part_of", event.date.date);
        result.led_by = upper_of(facts, body, "led_by", event.date.date);
        event.results.push_back(std::move(result));
    }
    if (event.code == EventCode::reorganise) {
        for (const auto& edge : step.edges) {
            event.edges.push_back({step.from[edge.from].id, edge.into, edge.share});
        }
    }
}

void move_to_unit(db::WriteTx& tx,
                  const Event& reform,
                  const BodyReformStep& step,
                  const Participants& participants) {
    auto event = event_of(reform, step, EventCode::transfer);
    event.relation = RelationKind::located_in;
    event.to = step.into.front().unit;
    if (upper_of(facts_of(tx, event.bodies), event.bodies.front(), "located_in", event.date.date) !=
        event.to) {
        carry_out(tx, console(), event, participants);
    }
}

}  // namespace

std::optional<EventId> newest_reform(const db::ReadTx& tx) {
    return tx.find(sql::newest_reform, {}, [](const db::Row& row) { return row.get<EventId>(0); });
}

std::vector<BodyReformStep> plan_body_reform(const db::ReadTx& tx, const EventId& reform) {
    const auto event = get_event(tx, reform);
    if (!event.concerns_territory || event.undone_at) {
        throw Error(ErrorCode::invalid, "organisations.no_reform_of_units");
    }
    const auto successors = successors_of(tx, event);
    auto located = located_bodies(tx, event);
    std::vector<BodyReformStep> out;
    for (const std::string_view level : {"province", "district", "commune", ""}) {
        Planner planner(successors);
        for (const auto& body : located) {
            const bool is_known =
                body.level == "province" || body.level == "district" || body.level == "commune";
            if (body.level == level || (level.empty() && !is_known)) {
                planner.add(body);
            }
        }
        auto steps = std::move(planner).steps();
        std::move(steps.begin(), steps.end(), std::back_inserter(out));
    }
    return out;
}

void carry_out_at_console(db::WriteTx& tx,
                          const EventId& reform,
                          const BodyReformStep& step,
                          const Participants& participants) {
    const auto base = get_event(tx, reform);
    switch (step.code) {
        case EventCode::rename: {
            auto event = event_of(base, step, EventCode::rename);
            event.name = step.into.front().name;
            carry_out(tx, console(), event, participants);
            move_to_unit(tx, base, step, participants);
            break;
        }
        case EventCode::transfer:
            move_to_unit(tx, base, step, participants);
            break;
        case EventCode::dissolve: {
            auto event = event_of(base, step, EventCode::dissolve);
            event.ground = Ground::by_decision;
            carry_out(tx, console(), event, participants);
            break;
        }
        default: {
            auto event = event_of(base, step, step.code);
            add_results(tx, step, event);
            carry_out(tx, console(), event, participants);
            break;
        }
    }
}

std::string plan_csv(const std::vector<BodyReformStep>& steps) {
    auto out = csv_line(
        {"event", "code", "from", "from_unit", "into", "into_unit", "share", "needs_decision"});
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto& step = steps[i];
        const auto number = std::to_string(i + 1);
        const std::string open = step.needs_decision ? "yes" : "no";
        const std::string code(to_string(step.code));
        for (const auto& edge : step.edges) {
            const auto& from = step.from[edge.from];
            const auto& into = step.into[edge.into];
            out += csv_line({number,
                             code,
                             from.name,
                             from.unit,
                             into.name.empty() ? from.name : into.name,
                             into.unit_name,
                             std::string(to_string(edge.share)),
                             open});
        }
        if (step.edges.empty()) {
            const auto& from = step.from.front();
            out += csv_line({number, code, from.name, from.unit, "", "", "", open});
        }
    }
    return out;
}

}  // namespace hoiquan::organisations
