#pragma once

// The pages that a document was read from, to be shown beside its text. Part of documents.

#include <cstdint>
#include <string>
#include <vector>

#include "documents/documents.h"
#include "intake/intake.h"

namespace hoiquan::documents {

/// One page as it is kept.
struct SourcePage {
    intake::PageTurn turn;
    std::int64_t text_start = 0;  ///< The first code point of the text that stands on it.
    std::string words_json;  ///< [[start, end, left, top, right, bottom, confidence], …]: code
                             ///< points, parts of the page's width and height, 0 to 1.
};

/// Nothing for a format without pages.
std::vector<SourcePage> pages_of(const intake::Reading& reading);

void insert_pages(db::WriteTx& tx, const DocumentId& id, const std::vector<SourcePage>& pages);

/// The first code point of each page.
std::vector<std::int64_t> page_starts(const db::ReadTx& tx, const DocumentId& id);

/// `page` counts from 0. Error(not_found) outside the scope and where there is no such page.
SourcePage get_page(const db::ReadTx& tx,
                    const auth::Actor& actor,
                    const DocumentId& id,
                    std::int64_t page);

}  // namespace hoiquan::documents
