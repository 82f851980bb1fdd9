#pragma once

#include <optional>
#include <string>

#include "documents/review.h"

namespace hoiquan::documents::store {

struct Reading {
    std::string text;
    std::string draft_json;
};
void insert_reading(db::WriteTx& tx,
                    const DocumentId& id,
                    const Reading& reading,
                    std::string_view reader_version);
std::optional<Reading> find_reading(const db::ReadTx& tx, const DocumentId& id);

struct ReviewRow {
    std::string content_json;
    std::int64_t version = 1;
    std::optional<Instant> finished_at;
};
void insert_review(db::WriteTx& tx,
                   const DocumentId& id,
                   const std::string& content_json,
                   const UserId& by);
std::optional<ReviewRow> find_review(const db::ReadTx& tx, const DocumentId& id);
/// False when `version` is not the current one or the review is finished; so below.
bool update_review(db::WriteTx& tx,
                   const DocumentId& id,
                   std::int64_t version,
                   const std::string& content_json,
                   const UserId& by);
bool finish_review(db::WriteTx& tx, const DocumentId& id, std::int64_t version);

}  // namespace hoiquan::documents::store
