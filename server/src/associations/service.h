#pragma once

// What the services of this folder share.

#include <string>

#include <boost/json/value.hpp>

#include "associations/register.h"

namespace hoiquan::associations {

/// Error(forbidden) for the administrator and whoever holds no role.
void demand_reader(const auth::Actor& actor);
/// As it may be changed: not_found, forbidden, then conflict with the record as it is.
Standing standing_to_edit(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& id);

/// One event in the history of the association.
struct Happening {
    std::string action;
    std::string entity = "association";
    std::string entity_id = {};  ///< Empty: the association itself.
    boost::json::value before = nullptr;
    boost::json::value after = nullptr;
    std::string reason = {};
};
/// Audit, the version of the association and its signs.
void record(db::WriteTx& tx, const auth::Actor& actor, const OrganisationId& id, Happening what);

}  // namespace hoiquan::associations
