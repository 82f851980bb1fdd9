#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/documents.h"

namespace hoiquan::documents::store {

FileRef insert_file(db::WriteTx& tx, const auth::Actor& actor, const NewFile& file);
std::optional<FileRef> find_file(const db::ReadTx& tx, const auth::Actor& actor, const FileId& id);
FileRefs file_refs(const db::ReadTx& tx, const std::vector<FileId>& ids);
std::string read_bytes(const db::ReadTx& tx, const FileId& id);

}  // namespace hoiquan::documents::store
