#pragma once

// A document as it comes in: checked and read before anything of it is kept.

#include "documents/documents.h"
#include "documents/review.h"

namespace hoiquan::documents {

/// Passed the check for marks of state secrecy and was understood.
struct ReadUpload {
    NewFile file;
    std::string text;
    Draft draft;
};
/// To be called before the transaction. Error(invalid): "documents.secret_mark" when it bears a
/// mark of state secrecy (nothing is kept, and the log tells only that something was refused),
/// "documents.unreadable_file" with what the reader says.
ReadUpload read_upload(const auth::Actor& actor, NewFile file, Direction direction);

/// Registers it in the register of the acting organisation, waiting for review.
DocumentId register_upload(db::WriteTx& tx, const auth::Actor& actor, const ReadUpload& upload);

}  // namespace hoiquan::documents
