#include <cstddef>
#include <set>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "associations/flags.h"
#include "associations/holding.h"
#include "associations/sql.h"

namespace hoiquan::associations {

namespace {

namespace json = boost::json;
namespace org = organisations;

constexpr std::size_t kExamples = 20;
/// Fields are told apart by a byte that no text holds.
constexpr char kBetween = '\x1f';

struct Held {
    std::string id;
    std::string record_id;
    Date valid_from;
};

std::vector<Held> held_by(const db::ReadTx& tx,
                          const OrganisationId& body,
                          const HoldingKind& kind,
                          const Date& from) {
    return tx.list(sql::held_by_body, {body, kind.code, from}, [](const db::Row& row) {
        return Held{row.get<std::string>(0), row.get<std::string>(1), row.get<Date>(2)};
    });
}

std::vector<std::string> titles(const db::ReadTx& tx,
                                const HoldingKind& kind,
                                const std::vector<Held>& held) {
    if (kind.titles == nullptr || held.empty()) {
        return {};
    }
    json::array ids;
    for (const auto& row : held) {
        if (ids.size() < kExamples) {
            ids.emplace_back(row.record_id);
        }
    }
    return tx.list(*kind.titles, {json::serialize(ids)}, [](const db::Row& row) {
        return row.get<std::string>(0);
    });
}

org::Effect effect_of(const HoldingKind& kind, const org::Succession& succession) {
    if (kind.rule == HoldingRule::ends) {
        return org::Effect::ends;
    }
    if (kind.rule == HoldingRule::stays || succession.heirs.empty()) {
        return org::Effect::stays;
    }
    return succession.needs_decision ? org::Effect::needs_decision : org::Effect::moves;
}

class Participant : public org::EventParticipant {
public:
    explicit Participant(std::vector<HoldingKind> kinds) : kinds_(std::move(kinds)) {}

    std::vector<org::EffectLine> effect(const db::ReadTx& tx,
                                        const org::Outcome& outcome) const override {
        std::vector<org::EffectLine> out;
        for (const auto& succession : outcome.successions) {
            if (!succession.ends) {
                continue;
            }
            for (const auto& kind : kinds_) {
                const auto held = held_by(tx, succession.from, kind, outcome.date);
                if (held.empty()) {
                    continue;
                }
                org::EffectLine line{kind.module,
                                     kind.what,
                                     effect_of(kind, succession),
                                     succession.from,
                                     {},
                                     static_cast<std::int64_t>(held.size()),
                                     titles(tx, kind, held)};
                if (kind.rule == HoldingRule::moves && !succession.heirs.empty()) {
                    line.to = succession.heirs.front();
                }
                out.push_back(std::move(line));
            }
        }
        return out;
    }

    std::vector<org::Question> carry_out(db::WriteTx& tx,
                                         const org::EventId& event,
                                         const org::Outcome& outcome) const override {
        std::vector<org::Question> out;
        for (const auto& succession : outcome.successions) {
            if (!succession.ends) {
                continue;
            }
            for (const auto& kind : kinds_) {
                auto asked = settle(tx, event, outcome, succession, kind);
                out.insert(out.end(), asked.begin(), asked.end());
            }
        }
        for (const auto& body : outcome.bodies) {
            refresh_flags(tx, body.id);
        }
        for (const auto& succession : outcome.successions) {
            refresh_flags(tx, succession.from);
        }
        return out;
    }

    std::vector<org::Dependant> dependants(const db::ReadTx& tx,
                                           const org::EventId& event,
                                           const std::vector<OrganisationId>& made) const override {
        json::array bodies;
        for (const auto& body : made) {
            bodies.emplace_back(body.str());
        }
        return tx.list(
            sql::event_dependants, {event, json::serialize(bodies)}, [&](const db::Row& row) {
                const auto [module, what] = words_for(row.get<std::string>(0));
                return org::Dependant{module, what, row.get<std::int64_t>(1), {}};
            });
    }

    void undo(db::WriteTx& tx, const org::EventId& event) const override {
        tx.exec(sql::made_holdings, {tx.now(), event});
        json::array again;
        std::set<OrganisationId> bodies;
        tx.each(sql::ended_holdings, {event}, [&](const db::Row& row) {
            again.push_back(json::array{tx.new_id<RelationId>().str(),
                                        row.get<std::string>(0),
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr});
            bodies.insert(row.get<OrganisationId>(1));
        });
        tx.exec(sql::copy_holdings, {json::serialize(again), tx.now()});
        for (const auto& body : bodies) {
            refresh_flags(tx, body);
        }
    }

    void state(const db::ReadTx& tx,
               const std::function<void(std::string_view)>& line) const override {
        constexpr int columns = 5;
        line("holding");
        tx.each(sql::all_holdings, {}, [&](const db::Row& row) {
            std::string text;
            for (int i = 0; i < columns; ++i) {
                text += row.text(i);
                text += kBetween;
            }
            line(text);
        });
    }

private:
    /// What the body held is no longer believed; until the day it held it, from the day on its
    /// heir.
    static std::vector<org::Question> settle(db::WriteTx& tx,
                                             const org::EventId& event,
                                             const org::Outcome& outcome,
                                             const org::Succession& succession,
                                             const HoldingKind& kind) {
        std::vector<org::Question> questions;
        const bool moves = kind.rule == HoldingRule::moves && !succession.heirs.empty();
        if (!moves && kind.rule != HoldingRule::ends) {
            return questions;
        }
        const auto held = held_by(tx, succession.from, kind, outcome.date);
        if (held.empty()) {
            return questions;
        }
        const auto day = outcome.date.iso();
        json::array rows;
        for (const auto& row : held) {
            if (row.valid_from < outcome.date) {
                rows.push_back(json::array{
                    tx.new_id<RelationId>().str(), row.id, nullptr, nullptr, day, event.str()});
            }
            if (!moves) {
                continue;
            }
            const auto& heir = outcome.bodies[succession.heirs.front()].id;
            const auto from = row.valid_from < outcome.date ? outcome.date : row.valid_from;
            rows.push_back(json::array{tx.new_id<RelationId>().str(),
                                       row.id,
                                       heir.str(),
                                       from.iso(),
                                       nullptr,
                                       event.str()});
            if (succession.needs_decision) {
                questions.push_back({kind.code, row.record_id, succession.from, heir});
            }
        }
        tx.exec(sql::end_held_by, {tx.now(), event, succession.from, kind.code, outcome.date});
        tx.exec(sql::copy_holdings, {json::serialize(rows), tx.now()});
        return questions;
    }

    std::pair<std::string, std::string> words_for(const std::string& what) const {
        for (const auto& kind : kinds_) {
            if (kind.code == what) {
                return {kind.module, kind.what};
            }
        }
        return {"associations", what};
    }

    std::vector<HoldingKind> kinds_;
};

}  // namespace

std::shared_ptr<const org::EventParticipant> event_participant(std::vector<HoldingKind> kinds) {
    return std::make_shared<Participant>(std::move(kinds));
}

}  // namespace hoiquan::associations
