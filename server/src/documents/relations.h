#pragma once

// What documents say of each other: a citation points at a document of the same register when it
// is there, else at a named document, until one with that number is registered.

#include "documents/documents.h"

namespace hoiquan::documents {

void write_relations(db::WriteTx& tx,
                     const DocumentId& id,
                     const OrganisationId& register_of,
                     const std::vector<Citation>& citations);

/// Points what others said of a number at the document that now bears it. Nothing happens while two
/// documents of the register could be meant.
void link_to_named(db::WriteTx& tx,
                   const DocumentId& id,
                   const OrganisationId& register_of,
                   const DocumentInput& input);

}  // namespace hoiquan::documents
