#include <boost/json/object.hpp>

#include "base/error.h"
#include "documents/documents.h"
#include "documents/file_store.h"
#include "documents/policy.h"
#include "platform/audit/audit.h"

namespace hoiquan::documents {

FileRef store_file(db::WriteTx& tx, const auth::Actor& actor, const NewFile& file) {
    if (!may_store_file(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    auto stored = store::insert_file(tx, actor, file);
    audit::Event event;
    event.action = "documents.file_stored";
    event.entity = "file";
    event.entity_id = stored.id.str();
    event.after = boost::json::object{
        {"name", stored.name}, {"size_bytes", stored.size_bytes}, {"sha256", stored.sha256}};
    audit::record(tx, actor, event);
    return stored;
}

std::optional<FileRef> find_file(const db::ReadTx& tx, const auth::Actor& actor, const FileId& id) {
    return may_read(actor) ? store::find_file(tx, actor, id) : std::nullopt;
}

FileRefs file_refs(const db::ReadTx& tx, const std::vector<FileId>& ids) {
    return store::file_refs(tx, ids);
}

}  // namespace hoiquan::documents
