#pragma once

// What is stored of events. Part of organisations.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "organisations/ledger.h"
#include "organisations/organisations.h"

namespace hoiquan::organisations::store {

std::optional<Event> find_event(const db::ReadTx& tx, const EventId& id);
std::vector<EventPart> parts_of(const db::ReadTx& tx, const EventId& id, int limit);
/// All that took part; at most 5,000.
std::vector<OrganisationId> bodies_of(const db::ReadTx& tx, const EventId& id);
std::vector<OrganisationId> bodies_made(const db::ReadTx& tx, const EventId& id);
std::vector<Edge> lineage(const db::ReadTx& tx, const OrganisationId& id, const Instant& known_at);
std::vector<GraphNode> nodes(const db::ReadTx& tx,
                             const std::vector<OrganisationId>& ids,
                             const Date& as_of,
                             const Instant& known_at);
std::vector<OrganisationId> find_by_code(const db::ReadTx& tx,
                                         std::string_view code,
                                         const View& view);

std::vector<Event> list_events(const db::ReadTx& tx, const EventQuery& query);
std::int64_t count_events(const db::ReadTx& tx, const EventQuery& query);
std::vector<EventOfBody> events_of(const db::ReadTx& tx,
                                   const OrganisationId& id,
                                   const View& view);
std::vector<StateSpan> states_known(const db::ReadTx& tx,
                                    const OrganisationId& id,
                                    const View& view);
std::vector<Edge> edges_of(const db::ReadTx& tx, const Event& event, int limit);
std::vector<Question> questions_of(const db::ReadTx& tx, const EventId& id, int limit);
std::vector<Difference> compare(const db::ReadTx& tx, const Comparison& asked);

/// What the event wrote and what is still believed.
std::vector<RelationFact> written_relations(const db::ReadTx& tx, const EventId& id);

/// Kind of fact and how many.
using Counts = std::vector<std::pair<std::string, std::int64_t>>;
Counts count_parts(const db::ReadTx& tx, const EventId& id);
Counts compare_counts(const db::ReadTx& tx, const Comparison& asked);
Counts changed_rows(const db::ReadTx& tx, const EventId& id);
Counts later_rows(const db::ReadTx& tx, const EventId& id);
/// "code date" of each.
std::vector<std::string> later_events(const db::ReadTx& tx, const EventId& id);
/// A code that two bodies would bear on one day.
std::optional<std::string> clashing_code(const db::ReadTx& tx, const EventId& id);
/// A relation that reaches beyond the life of one of its ends.
std::optional<std::pair<OrganisationId, OrganisationId>> outliving_relation(const db::ReadTx& tx,
                                                                            const EventId& id);
/// Bodies that bear the code on the day or later.
std::vector<OrganisationId> code_holders(const db::ReadTx& tx,
                                         const std::string& code,
                                         const Date& from);
/// Whether one gets up from `from` to `to` over relations that all hold on one day of the span.
bool makes_circle(const db::ReadTx& tx,
                  const OrganisationId& from,
                  const OrganisationId& to,
                  const std::pair<Date, Date>& span);
/// False when it was undone already.
bool mark_undone(db::WriteTx& tx,
                 const EventId& id,
                 const std::optional<UserId>& by,
                 const std::string& reason);
/// The parts of the event have changed: what was read before is out of date.
void raise_versions(db::WriteTx& tx, const EventId& id);

}  // namespace hoiquan::organisations::store
