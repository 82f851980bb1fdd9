#include "documents/review_store.h"

#include "documents/sql.h"

namespace hoiquan::documents::store {

void insert_reading(db::WriteTx& tx,
                    const DocumentId& id,
                    const Reading& reading,
                    std::string_view reader_version) {
    tx.exec(sql::insert_reading, {id, reader_version, reading.text, reading.draft_json, tx.now()});
}

std::optional<Reading> find_reading(const db::ReadTx& tx, const DocumentId& id) {
    return tx.find(sql::find_reading, {id}, [](const db::Row& row) {
        return Reading{row.get<std::string>(0), row.get<std::string>(1)};
    });
}

void insert_review(db::WriteTx& tx,
                   const DocumentId& id,
                   const std::string& content_json,
                   const UserId& by) {
    tx.exec(sql::insert_review, {id, content_json, by, tx.now()});
}

std::optional<ReviewRow> find_review(const db::ReadTx& tx, const DocumentId& id) {
    return tx.find(sql::find_review, {id}, [](const db::Row& row) {
        return ReviewRow{
            row.get<std::string>(0), row.integer(1), row.get<std::optional<Instant>>(2)};
    });
}

bool update_review(db::WriteTx& tx,
                   const DocumentId& id,
                   std::int64_t version,
                   const std::string& content_json,
                   const UserId& by) {
    return tx.exec(sql::update_review, {content_json, by, tx.now(), id, version}) == 1;
}

bool finish_review(db::WriteTx& tx, const DocumentId& id, std::int64_t version) {
    return tx.exec(sql::finish_review, {tx.now(), id, version}) == 1;
}

}  // namespace hoiquan::documents::store
