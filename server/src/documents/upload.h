#pragma once

// A document as it comes in: checked and read before anything of it is kept.

#include <functional>

#include "documents/documents.h"
#include "documents/pages.h"
#include "documents/review.h"

namespace hoiquan::documents {

/// Passed the check for marks of state secrecy and was understood.
struct ReadUpload {
    NewFile file;
    std::string text;
    Draft draft;
    std::vector<SourcePage> pages;
};
/// Called before each page that is recognised; false stops.
using OnPage = std::function<bool(std::size_t done, std::size_t total)>;
/// To be called before the transaction. Error(invalid): "documents.secret_mark" when it bears a
/// mark of state secrecy (nothing is kept, and the log tells only that something was refused),
/// "documents.unreadable_file" with what the reader says.
ReadUpload read_upload(const auth::Actor& actor,
                       NewFile file,
                       Direction direction,
                       const OnPage& on_page = {});

/// Whether read_upload takes seconds a page. Error(invalid) as read_upload for a name or bytes that
/// cannot be.
bool is_slow(const auth::Actor& actor, const NewFile& file);

/// Registers it in the register of the acting organisation, waiting for review.
DocumentId register_upload(db::WriteTx& tx, const auth::Actor& actor, const ReadUpload& upload);

}  // namespace hoiquan::documents
