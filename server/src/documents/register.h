#pragma once

// The register's own changes and views, behind the routes.

#include <cstdint>

#include <boost/json/object.hpp>

#include "documents/documents.h"
#include "documents/store.h"
#include "platform/audit/audit.h"

namespace hoiquan::documents {

DocumentDetail get(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id);
/// Without a file, in the register of the acting organisation.
DocumentId create(db::WriteTx& tx, const auth::Actor& actor, const DocumentInput& input);
/// Error(conflict) with the record as it is when `version` is not the current one.
void update(db::WriteTx& tx,
            const auth::Actor& actor,
            const DocumentId& id,
            std::int64_t version,
            const DocumentInput& input);

/// The record, if the actor may see it; else Error(not_found).
store::Record get_record(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id);
/// The record, if the actor may change it: Error(forbidden) when they only see it.
store::Record get_changeable(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id);

audit::Event event_of(std::string action, const DocumentId& id);
/// For the audit: all but the name of a person.
boost::json::object facts_of(const DocumentInput& input);
/// What is in `after` and not the same in `before`, as the event's two sides.
void set_difference(audit::Event& event,
                    const boost::json::object& before,
                    const boost::json::object& after);

}  // namespace hoiquan::documents
