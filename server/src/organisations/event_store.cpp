#include "organisations/event_store.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "organisations/sql.h"
#include "organisations/store.h"

namespace hoiquan::organisations::store {

namespace {

PartialDate partial_date(const db::Row& row, int column) {
    return {row.get<Date>(column),
            parse_date_precision(row.text(column + 1)).value_or(DatePrecision::day)};
}

Event event_of(const db::Row& row) {
    Event out;
    out.id = row.get<EventId>(0);
    out.code = parse_event_code(row.text(1)).value_or(EventCode::reorganise);
    out.date = partial_date(row, 2);
    out.basis_document = row.get<std::optional<DocumentId>>(4);
    out.basis_text = row.get<std::string>(5);
    out.reason = row.get<std::string>(6);
    if (!row.is_null(7)) {
        out.ground = parse_ground(row.text(7));
    }
    out.summary = row.get<std::string>(8);
    out.concerns_territory = row.get<bool>(9);
    out.recorded_at = row.get<Instant>(10);
    out.recorded_by = row.get<std::string>(11);
    out.recorded_for = row.get<std::optional<OrganisationId>>(12);
    out.corrects = row.get<std::optional<EventId>>(13);
    out.undone_at = row.get<std::optional<Instant>>(14);
    out.undo_reason = row.get<std::string>(15);
    return out;
}

OrganisationId id_of(const db::Row& row) {
    return row.get<OrganisationId>(0);
}

Counts counts(const db::ReadTx& tx, const db::Statement& statement, const EventId& id) {
    return tx.list(statement, {id}, [](const db::Row& row) {
        return std::pair(row.get<std::string>(0), row.integer(1));
    });
}

/// The first four parameters of compared.inc.
db::Params compared_params(const Comparison& asked) {
    std::optional<std::string> tree;
    if (asked.which) {
        tree = *asked.which == Tree::territory ? "territory" : "party";
    }
    return {asked.from, known_at({asked.to, asked.known_on}), tree, asked.to};
}

}  // namespace

std::optional<Event> find_event(const db::ReadTx& tx, const EventId& id) {
    return tx.find(sql::find_event, {id}, event_of);
}

std::vector<EventPart> parts_of(const db::ReadTx& tx, const EventId& id, int limit) {
    return tx.list(sql::event_parts, {id, limit}, [](const db::Row& row) {
        return EventPart{row.get<OrganisationId>(0), row.get<std::string>(1)};
    });
}

std::vector<OrganisationId> bodies_of(const db::ReadTx& tx, const EventId& id) {
    constexpr int most = 5000;
    return tx.list(sql::event_parts, {id, most}, id_of);
}

std::vector<OrganisationId> bodies_made(const db::ReadTx& tx, const EventId& id) {
    return tx.list(sql::event_bodies_made, {id}, id_of);
}

std::vector<Edge> lineage(const db::ReadTx& tx, const OrganisationId& id, const Instant& known_at) {
    return tx.list(sql::lineage, {known_at, id}, [](const db::Row& row) {
        return Edge{row.get<EventId>(0),
                    parse_event_code(row.text(1)).value_or(EventCode::reorganise),
                    partial_date(row, 2),
                    row.get<OrganisationId>(4),
                    row.get<OrganisationId>(5),
                    parse_share(row.text(6)).value_or(Share::part)};
    });
}

std::vector<GraphNode> nodes(const db::ReadTx& tx,
                             const std::vector<OrganisationId>& ids,
                             const Date& as_of,
                             const Instant& known_at) {
    boost::json::array wanted;
    for (const auto& id : ids) {
        wanted.emplace_back(id.str());
    }
    return tx.list(
        sql::nodes, {boost::json::serialize(wanted), as_of, known_at}, [](const db::Row& row) {
            return GraphNode{row.get<OrganisationId>(0),
                             row.get<std::string>(1),
                             row.get<std::optional<std::string>>(2),
                             row.get<std::string>(3),
                             row.get<std::optional<std::string>>(4),
                             row.get<std::optional<std::string>>(5),
                             row.get<std::string>(6),
                             row.get<Date>(7),
                             row.get<Date>(8)};
        });
}

std::vector<OrganisationId> find_by_code(const db::ReadTx& tx,
                                         std::string_view code,
                                         const View& view) {
    return tx.list(sql::find_by_code, {code, view.as_of, known_at(view)}, id_of);
}

Counts changed_rows(const db::ReadTx& tx, const EventId& id) {
    return counts(tx, sql::changed_rows, id);
}

Counts later_rows(const db::ReadTx& tx, const EventId& id) {
    return counts(tx, sql::later_rows, id);
}

std::vector<std::string> later_events(const db::ReadTx& tx, const EventId& id) {
    return tx.list(sql::later_events, {id}, [](const db::Row& row) {
        return row.get<std::string>(0) + " " + row.get<Date>(1).dd_mm_yyyy();
    });
}

std::optional<std::string> clashing_code(const db::ReadTx& tx, const EventId& id) {
    return tx.find(
        sql::codes_clash, {id}, [](const db::Row& row) { return row.get<std::string>(0); });
}

std::optional<std::pair<OrganisationId, OrganisationId>> outliving_relation(const db::ReadTx& tx,
                                                                            const EventId& id) {
    return tx.find(sql::relation_outlives, {id}, [](const db::Row& row) {
        return std::pair(row.get<OrganisationId>(0), row.get<OrganisationId>(1));
    });
}

std::vector<OrganisationId> code_holders(const db::ReadTx& tx,
                                         const std::string& code,
                                         const Date& from) {
    return tx.list(sql::code_holders, {code, from}, id_of);
}

std::vector<Event> list_events(const db::ReadTx& tx, const EventQuery& query) {
    return tx.list(sql::list_events,
                   {query.body, query.from, query.to, query.with_undone, query.limit, query.offset},
                   event_of);
}

std::int64_t count_events(const db::ReadTx& tx, const EventQuery& query) {
    return tx.integer(sql::count_events, {query.body, query.from, query.to, query.with_undone});
}

std::vector<EventOfBody> events_of(const db::ReadTx& tx,
                                   const OrganisationId& id,
                                   const View& view) {
    constexpr int part_column = 16;
    return tx.list(sql::events_of_body, {id, known_at(view)}, [](const db::Row& row) {
        return EventOfBody{event_of(row), row.get<std::string>(part_column)};
    });
}

std::vector<StateSpan> states_known(const db::ReadTx& tx,
                                    const OrganisationId& id,
                                    const View& view) {
    return tx.list(sql::states_known, {known_at(view), id}, [](const db::Row& row) {
        return StateSpan{row.get<std::string>(0),
                         row.get<std::optional<std::string>>(1),
                         row.get<std::optional<std::string>>(2),
                         row.get<std::string>(3),
                         partial_date(row, 4),
                         row.get<Date>(6)};
    });
}

std::vector<Edge> edges_of(const db::ReadTx& tx, const Event& event, int limit) {
    return tx.list(sql::event_edges, {event.id, limit}, [&](const db::Row& row) {
        return Edge{event.id,
                    event.code,
                    event.date,
                    row.get<OrganisationId>(0),
                    row.get<OrganisationId>(1),
                    parse_share(row.text(2)).value_or(Share::part)};
    });
}

std::vector<Question> questions_of(const db::ReadTx& tx, const EventId& id, int limit) {
    return tx.list(sql::event_questions, {id, limit}, [](const db::Row& row) {
        return Question{row.get<std::string>(1),
                        row.get<std::string>(2),
                        row.get<OrganisationId>(3),
                        row.get<OrganisationId>(4)};
    });
}

std::vector<Difference> compare(const db::ReadTx& tx, const Comparison& asked) {
    auto params = compared_params(asked);
    params.emplace_back(asked.change ? std::optional(std::string(to_string(*asked.change)))
                                     : std::nullopt);
    params.emplace_back(asked.limit);
    params.emplace_back(asked.offset);
    return tx.list(sql::compare, params, [](const db::Row& row) {
        return Difference{parse_change(row.text(0)).value_or(Change::added),
                          row.get<OrganisationId>(1),
                          row.get<std::string>(2),
                          row.get<std::optional<std::string>>(3),
                          row.get<std::optional<std::string>>(4),
                          row.get<std::optional<std::string>>(5),
                          row.get<std::optional<std::string>>(6),
                          row.get<std::optional<std::string>>(7),
                          row.get<std::optional<OrganisationId>>(8),
                          row.get<std::optional<OrganisationId>>(9)};
    });
}

Counts compare_counts(const db::ReadTx& tx, const Comparison& asked) {
    return tx.list(sql::compare_counts, compared_params(asked), [](const db::Row& row) {
        return std::pair(row.get<std::string>(0), row.integer(1));
    });
}

Counts count_parts(const db::ReadTx& tx, const EventId& id) {
    return counts(tx, sql::count_parts, id);
}

std::vector<RelationFact> written_relations(const db::ReadTx& tx, const EventId& id) {
    return tx.list(sql::written_relations, {id}, [](const db::Row& row) {
        RelationFact out;
        out.kind = row.get<std::string>(0);
        out.from_id = row.get<OrganisationId>(1);
        out.to_id = row.get<OrganisationId>(2);
        out.from.date = row.get<Date>(3);
        out.to = row.get<Date>(4);
        return out;
    });
}

bool makes_circle(const db::ReadTx& tx,
                  const OrganisationId& from,
                  const OrganisationId& to,
                  const std::pair<Date, Date>& span) {
    return tx.exists(sql::circle, {from, span.first, span.second, to});
}

bool mark_undone(db::WriteTx& tx,
                 const EventId& id,
                 const std::optional<UserId>& by,
                 const std::string& reason) {
    return tx.exec(sql::mark_undone, {tx.now(), by, reason, id}) == 1;
}

void raise_versions(db::WriteTx& tx, const EventId& id) {
    tx.exec(sql::raise_versions, {id});
}

}  // namespace hoiquan::organisations::store
