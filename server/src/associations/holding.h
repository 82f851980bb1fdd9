#pragma once

// Who holds a record: effective-dated and bitemporal, moved and given back by events of bodies.
// Part of the public face (included by associations.h). Decision record 0007.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "organisations/organisations.h"
#include "platform/db/db.h"

namespace hoiquan::associations {

/// What becomes of the records of one kind when their body is no more. moves: to the first heir;
/// after a division a question each. ends: with the body. stays: where it is.
enum class HoldingRule { moves, ends, stays };

/// One kind of record that bodies hold. Each module registers its own in app/participants.cpp.
struct HoldingKind {
    std::string code;  ///< "branch", "member" …
    HoldingRule rule = HoldingRule::stays;
    std::string module;  ///< As in EffectLine.
    std::string what;    ///< As in EffectLine: "branches", "members" …
    /// $1 JSON array of record ids: one title a row. Absent: counted only, as persons are.
    const db::Statement* titles = nullptr;
};
/// Branches, assets and posts.
std::vector<HoldingKind> holding_kinds();

/// Carries out, previews, undoes and hashes the holdings of all these kinds.
std::shared_ptr<const organisations::EventParticipant> event_participant(
    std::vector<HoldingKind> kinds);

struct Holding {
    std::string kind;
    std::string record_id;
    OrganisationId organisation;
    Date valid_from;
    Date valid_to = far_future();
};
void begin_holding(db::WriteTx& tx, const Holding& holding);
/// Ends the belief in all rows of the record and believes these instead: a correction or an end.
void replace_holdings(db::WriteTx& tx,
                      std::string_view kind,
                      const std::string& record_id,
                      const std::vector<Holding>& now);
/// All that is believed of one record, oldest first.
std::vector<Holding> holdings_of(const db::ReadTx& tx,
                                 std::string_view kind,
                                 const std::string& record_id);
/// Who held the record on the day.
std::optional<OrganisationId> holder_on(const db::ReadTx& tx,
                                        std::string_view kind,
                                        const std::string& record_id,
                                        const Date& day);

}  // namespace hoiquan::associations
