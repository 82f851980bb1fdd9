#pragma once

// What becomes of the rows of a file of members. Private to members.

#include <memory>

#include "imports/imports.h"
#include "members/identity.h"

namespace hoiquan::members {

inline constexpr std::string_view kImportKind = "members";

std::shared_ptr<const imports::Importer> importer(IdentityKeys keys);

/// The columns that a file may have, in the order of the template.
std::vector<office::TableColumnRule> import_columns(const db::ReadTx& tx);

}  // namespace hoiquan::members
