#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "platform/audit/audit.h"
#include "platform/audit/sql.h"

namespace hoiquan::audit {

namespace {

void insert(db::WriteTx& tx,
            const std::optional<UserId>& user,
            const std::optional<OrganisationId>& organisation,
            const Event& event) {
    const auto id = tx.new_id<AuditEventId>();
    tx.exec(sql::insert_event,
            {id,
             tx.now(),
             user,
             organisation,
             event.action,
             event.entity,
             event.entity_id,
             event.parent_entity_id,
             boost::json::serialize(event.before),
             boost::json::serialize(event.after),
             event.reason});
    tx.exec(sql::insert_pending, {id});
}

}  // namespace

void record(db::WriteTx& tx, const auth::Actor& actor, const Event& event) {
    if (actor.is_console) {
        record_system(tx, event);
        return;
    }
    insert(tx, actor.user, actor.organisation(), event);
}

void record_system(db::WriteTx& tx, const Event& event) {
    insert(tx, std::nullopt, std::nullopt, event);
}

std::vector<HistoryEntry> history(const db::ReadTx& tx,
                                  std::string_view entity_id,
                                  int limit,
                                  int offset) {
    return tx.list(sql::history, {entity_id, limit, offset}, [](const db::Row& row) {
        return HistoryEntry{row.get<AuditEventId>(0),
                            row.get<Instant>(1),
                            row.get<std::optional<UserId>>(2),
                            row.get<std::string>(3),
                            row.get<std::optional<OrganisationId>>(4),
                            row.get<std::string>(5),
                            row.get<std::string>(6),
                            row.get<std::string>(7),
                            boost::json::parse(row.get<std::string>(8)),
                            boost::json::parse(row.get<std::string>(9)),
                            row.get<std::string>(10)};
    });
}

std::int64_t count_history(const db::ReadTx& tx, std::string_view entity_id) {
    return tx.integer(sql::count_history, {entity_id});
}

}  // namespace hoiquan::audit
