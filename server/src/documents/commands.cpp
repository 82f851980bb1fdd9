#include <utility>

#include "documents/documents.h"
#include "documents/review.h"
#include "documents/upload.h"

namespace hoiquan::documents {

DocumentId register_file(db::Database& database,
                         const auth::Actor& actor,
                         NewFile file,
                         Direction direction) {
    const auto upload = read_upload(actor, std::move(file), direction);
    return database.write([&](db::WriteTx& tx) { return register_upload(tx, actor, upload); });
}

SavedReview get_saved_review(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id) {
    const auto review = get_review(tx, actor, id);
    return {review.content, review.version};
}

}  // namespace hoiquan::documents
