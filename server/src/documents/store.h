#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "documents/documents.h"
#include "documents/review.h"

namespace hoiquan::documents::store {

/// Summaries without the name of the register's body, which is `summary.organisation.id`.
std::vector<DocumentSummary> list(const db::ReadTx& tx,
                                  const auth::Actor& actor,
                                  const ListQuery& query);
/// Without regard to `query.status`.
std::map<Status, std::int64_t> count_by_status(const db::ReadTx& tx,
                                               const auth::Actor& actor,
                                               const ListQuery& query);

struct Record {
    DocumentSummary summary;
    DocumentInput input;
    std::optional<FileId> file;
    bool has_review = false;
};
/// Nothing outside the scope.
std::optional<Record> find(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id);
Briefs briefs(const db::ReadTx& tx, const std::vector<DocumentId>& ids);

struct NewRecord {
    DocumentInput input;
    OrganisationId organisation;
    Status status = Status::registered;
    std::optional<FileId> file;
    UserId created_by;
};
DocumentId insert(db::WriteTx& tx, const NewRecord& record);
/// False when `version` is not the current one.
bool update(db::WriteTx& tx,
            const DocumentId& id,
            std::int64_t version,
            const DocumentInput& input,
            Status status);

void insert_recipients(db::WriteTx& tx,
                       const DocumentId& id,
                       const std::vector<Recipient>& recipients);
std::vector<Recipient> list_recipients(const db::ReadTx& tx, const DocumentId& id);

struct NewRelation {
    DocumentId document;
    std::string kind;
    std::optional<DocumentId> target;
    std::optional<NamedDocumentId> named;
    std::string citation_text;
};
void insert_relation(db::WriteTx& tx, const NewRelation& relation);
std::vector<DocumentRelation> list_relations(const db::ReadTx& tx,
                                             const auth::Actor& actor,
                                             const DocumentId& id);
std::vector<DocumentRelation> list_cited_by(const db::ReadTx& tx,
                                            const auth::Actor& actor,
                                            const DocumentId& id);

/// A document that bears a number and symbol.
struct Dated {
    DocumentId id;
    std::optional<PartialDate> issue_date;
};
std::vector<Dated> find_by_symbol(const db::ReadTx& tx,
                                  const OrganisationId& organisation,
                                  const std::string& symbol_key,
                                  const DocumentId& except);
struct Named {
    NamedDocumentId id;
    std::optional<PartialDate> issue_date;
    std::optional<std::string> issuer;
};
std::vector<Named> find_named(const db::ReadTx& tx, const std::string& symbol_key);
NamedDocumentId insert_named(db::WriteTx& tx,
                             const Citation& citation,
                             const std::string& symbol_key);
void link_named(db::WriteTx& tx,
                const DocumentId& target,
                const NamedDocumentId& named,
                const OrganisationId& organisation);

}  // namespace hoiquan::documents::store
