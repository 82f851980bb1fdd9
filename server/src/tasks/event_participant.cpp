#include <cstddef>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "tasks/sql.h"
#include "tasks/tasks.h"

namespace hoiquan::tasks {

namespace {

namespace org = organisations;

constexpr std::size_t kExamples = 20;
/// Fields are told apart by a byte that no text holds.
constexpr char kBetween = '\x1f';

struct Held {
    std::string id;
    TaskId task;
    bool is_closed = false;
    std::string title;
};

std::vector<Held> held_by(const db::ReadTx& tx, const OrganisationId& body, const Date& from) {
    return tx.list(sql::assignments_of_body, {body, from}, [](const db::Row& row) {
        return Held{
            row.get<std::string>(0), row.get<TaskId>(1), row.get<bool>(5), row.get<std::string>(6)};
    });
}

/// Open tasks go to who answers for the body; closed ones stay, seen by the heirs as inherited.
class Participant : public org::EventParticipant {
public:
    std::vector<org::EffectLine> effect(const db::ReadTx& tx,
                                        const org::Outcome& outcome) const override {
        std::vector<org::EffectLine> out;
        for (const auto& succession : outcome.successions) {
            if (!succession.ends) {
                continue;
            }
            org::EffectLine open{
                "tasks", "open_tasks", org::Effect::moves, succession.from, {}, 0, {}};
            org::EffectLine closed{
                "tasks", "closed_tasks", org::Effect::stays, succession.from, {}, 0, {}};
            if (succession.needs_decision) {
                open.effect = org::Effect::needs_decision;
            }
            if (!succession.heirs.empty()) {
                open.to = succession.heirs.front();
            }
            for (const auto& held : held_by(tx, succession.from, outcome.date)) {
                auto& line = held.is_closed ? closed : open;
                ++line.count;
                if (line.examples.size() < kExamples) {
                    line.examples.push_back(held.title);
                }
            }
            for (auto& line : {&open, &closed}) {
                if (line->count > 0) {
                    out.push_back(std::move(*line));
                }
            }
        }
        return out;
    }

    std::vector<org::Question> carry_out(db::WriteTx& tx,
                                         const org::EventId& event,
                                         const org::Outcome& outcome) const override {
        std::vector<org::Question> out;
        for (const auto& succession : outcome.successions) {
            if (!succession.ends || succession.heirs.empty()) {
                continue;
            }
            const auto& heir = outcome.bodies[succession.heirs.front()].id;
            for (const auto& held : held_by(tx, succession.from, outcome.date)) {
                if (held.is_closed) {
                    continue;
                }
                move(tx, event, held, heir, outcome.date);
                if (succession.needs_decision) {
                    out.push_back({"task_assignment", held.task.str(), succession.from, heir});
                }
            }
        }
        tx.exec(sql::touch_moved, {event});
        return out;
    }

    std::vector<org::Dependant> dependants(const db::ReadTx& tx,
                                           const org::EventId& event,
                                           const std::vector<OrganisationId>& made) const override {
        boost::json::array bodies;
        for (const auto& body : made) {
            bodies.emplace_back(body.str());
        }
        org::Dependant found{"tasks", "tasks", 0, {}};
        tx.each(sql::event_dependants,
                {event, boost::json::serialize(bodies)},
                [&](const db::Row& row) {
                    ++found.count;
                    if (found.examples.size() < kExamples) {
                        found.examples.push_back(row.get<std::string>(1));
                    }
                });
        return found.count == 0 ? std::vector<org::Dependant>() : std::vector{std::move(found)};
    }

    void undo(db::WriteTx& tx, const org::EventId& event) const override {
        const auto rows = tx.list(sql::event_assignments, {event}, [](const db::Row& row) {
            return std::pair(row.get<std::string>(0), row.get<bool>(1));
        });
        for (const auto& [id, was_ended] : rows) {
            if (was_ended) {
                tx.exec(sql::restore_assignment, {tx.new_id<TaskId>(), tx.now(), id});
            } else {
                tx.exec(sql::end_assignment_by, {tx.now(), std::nullopt, id});
            }
        }
        tx.exec(sql::touch_moved, {event});
    }

    void state(const db::ReadTx& tx,
               const std::function<void(std::string_view)>& line) const override {
        constexpr int columns = 5;
        line("task_assignment");
        tx.each(sql::all_assignments, {}, [&](const db::Row& row) {
            std::string text;
            for (int i = 0; i < columns; ++i) {
                text += row.text(i);
                text += kBetween;
            }
            line(text);
        });
    }

private:
    static void move(db::WriteTx& tx,
                     const org::EventId& event,
                     const Held& held,
                     const OrganisationId& heir,
                     const Date& from) {
        tx.exec(sql::end_assignment_by, {tx.now(), event, held.id});
        tx.exec(sql::shorten_assignment, {tx.new_id<TaskId>(), from, tx.now(), event, held.id});
        tx.exec(sql::move_assignment, {tx.new_id<TaskId>(), heir, from, tx.now(), event, held.id});
    }
};

}  // namespace

std::shared_ptr<const org::EventParticipant> event_participant() {
    return std::make_shared<Participant>();
}

}  // namespace hoiquan::tasks
