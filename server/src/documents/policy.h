#pragma once

#include "documents/documents.h"

namespace hoiquan::documents {

/// Everybody within whose reach a document is, but administrators: they keep accounts and bodies,
/// not the business.
bool may_read(const auth::Actor& actor);
bool may_register(const auth::Actor& actor);
/// A clerk within whose reach the document's register is. Seeing a document because of a task in it
/// is not enough.
bool may_edit(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& register_of);
/// Files are filed by everybody who works: documents by clerks, evidence by officers.
bool may_store_file(const auth::Actor& actor);

}  // namespace hoiquan::documents
