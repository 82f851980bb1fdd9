#pragma once

// Documents: the register of an organisation, its files, the reader's draft beside the source text,
// and what a person made of it until the tasks are assigned.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "organisations/organisations.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"

namespace hoiquan::documents {

enum class Direction { incoming, outgoing, draft };
std::string_view to_string(Direction direction);
std::optional<Direction> parse_direction(std::string_view text);

/// registered: without a draft to review. in_review: the reader's draft waits for a person.
enum class Status { registered, in_review, assigned };
std::string_view to_string(Status status);
std::optional<Status> parse_status(std::string_view text);

enum class Urgency { normal, urgent, very_urgent, express };
std::string_view to_string(Urgency urgency);
std::optional<Urgency> parse_urgency(std::string_view text);

enum class DeadlineKind { fixed_date, from_issue_date, standing, awaiting_decision, none_given };
std::string_view to_string(DeadlineKind kind);
std::optional<DeadlineKind> parse_deadline_kind(std::string_view text);

enum class Recurrence { monthly, quarterly, half_yearly, yearly, regular };
std::string_view to_string(Recurrence recurrence);
std::optional<Recurrence> parse_recurrence(std::string_view text);

/// One of the values of DocumentType in the contract.
bool is_document_type(std::string_view text);
/// One of the kinds of relation between documents (cites, implements, replaces …).
bool is_relation_kind(std::string_view text);

/// What a person enters about a document. Number and day may lawfully be absent.
struct DocumentInput {
    Direction direction = Direction::incoming;
    std::string document_type;
    std::optional<std::string> number;
    std::optional<std::string> symbol;
    std::optional<std::string> parent_body_as_printed;
    std::optional<std::string> issuing_body_as_printed;
    std::optional<OrganisationId> issuer;
    std::optional<std::string> place;
    std::optional<PartialDate> issue_date;
    std::optional<Date> received_date;
    std::string subject;
    std::optional<std::string> signing_authority;
    std::optional<std::string> signer_post;
    std::optional<std::string> signer_name;
    Urgency urgency = Urgency::normal;
};

/// As other records show a document.
struct DocumentBrief {
    DocumentId id;
    OrganisationId organisation;
    std::string document_type;
    std::optional<std::string> number;
    std::optional<std::string> symbol;
    std::string subject;
    std::optional<PartialDate> issue_date;
};
using Briefs = std::map<DocumentId, DocumentBrief>;
/// Without regard to scope: for records that the actor may see. One statement for any number of
/// ids.
Briefs briefs(const db::ReadTx& tx, const std::vector<DocumentId>& ids);

struct DocumentSummary {
    DocumentId id;
    organisations::OrganisationRef organisation;  ///< In whose register it stands.
    Direction direction = Direction::incoming;
    std::string document_type;
    std::optional<std::string> number;
    std::optional<std::string> symbol;
    std::optional<std::string> issuing_body_as_printed;
    std::optional<PartialDate> issue_date;
    std::optional<Date> received_date;
    std::string subject;
    Urgency urgency = Urgency::normal;
    Status status = Status::registered;
    std::int64_t task_count = 0;  ///< Tasks that are worked on.
    Instant created_at;
    std::int64_t version = 1;
};
/// Error(not_found) outside the scope.
DocumentSummary get_summary(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id);

enum class Sort {
    created_at_down,
    created_at,
    issue_date_down,
    issue_date,
    subject,
    subject_down,
    number,
    number_down
};
std::string_view to_string(Sort sort);
std::optional<Sort> parse_sort(std::string_view text);

struct ListQuery {
    std::string search;  ///< As typed; may be empty.
    std::optional<Status> status;
    std::optional<Direction> direction;
    std::optional<std::string> document_type;
    std::optional<Date> issued_from;
    std::optional<Date> issued_to;
    Sort sort = Sort::created_at_down;
    int limit = 50;
    int offset = 0;
};
struct Page {
    std::vector<DocumentSummary> items;
    std::int64_t total = 0;
    std::map<Status, std::int64_t> counts;  ///< By status over the other filters.
};
Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);

struct FileRef {
    FileId id;
    std::string name;
    std::string media_type;
    std::int64_t size_bytes = 0;
    std::string sha256;
};
using FileRefs = std::map<FileId, FileRef>;
/// A file as it came in, measured before any transaction.
struct NewFile {
    std::string name;
    std::string bytes;
};
/// Throws Error(invalid) when the bytes bear a mark of state secrecy ("documents.secret_mark"), are
/// empty, or the name is unusable. To be called before the transaction that stores them.
void check_file(const auth::Actor& actor, const NewFile& file);
/// Stored for the acting organisation; call check_file first.
FileRef store_file(db::WriteTx& tx, const auth::Actor& actor, const NewFile& file);
/// Nothing outside the scope.
std::optional<FileRef> find_file(const db::ReadTx& tx, const auth::Actor& actor, const FileId& id);
/// Without regard to scope: for records that the actor may see. One statement for any number of
/// ids.
FileRefs file_refs(const db::ReadTx& tx, const std::vector<FileId>& ids);

struct Recipient {
    std::string text;
    std::optional<std::string> purpose;
};

struct DocumentRelation {
    std::string kind;
    std::string citation_text;
    std::optional<DocumentId> document;  ///< When it is in the register and within reach.
    std::string number_symbol;
    std::string document_type;
    std::optional<PartialDate> issue_date;
    std::optional<std::string> issuer;
};

struct DocumentDetail {
    DocumentSummary summary;
    DocumentInput input;
    std::optional<organisations::OrganisationRef> issuer;
    std::optional<FileRef> file;
    std::vector<Recipient> recipients;
    std::vector<DocumentRelation> relations;
    std::vector<DocumentRelation> cited_by;
    bool has_review = false;
    bool may_edit = false;
};

enum class Origin { reader, person };
std::string_view to_string(Origin origin);
std::optional<Origin> parse_origin(std::string_view text);

/// A task as the person left it.
struct ReviewTask {
    std::string key;  ///< Stable within the review.
    Origin origin = Origin::reader;
    bool include = true;
    std::string section;
    std::string text;
    std::optional<std::int64_t> start;  ///< Code points of the text.
    std::optional<std::int64_t> end;
    std::vector<std::string> lead_as_written;
    std::vector<OrganisationId> leads;  ///< More than one: a parent with one child each.
    std::vector<std::string> cooperating_as_written;
    std::vector<OrganisationId> cooperating;
    std::optional<OrganisationId> monitor;
    std::optional<std::string> deadline_as_written;
    DeadlineKind deadline_kind = DeadlineKind::none_given;
    std::optional<Date> due_date;
    std::optional<std::string> no_due_reason;
    std::optional<Recurrence> recurrence;
    std::optional<std::string> report_to_as_written;
    Urgency urgency = Urgency::normal;
};

struct Citation {
    std::string text;
    std::string document_type;
    std::optional<std::string> number_symbol;
    std::optional<PartialDate> issue_date;
    std::optional<std::string> issuer;
    std::string relation = "cites";  ///< A kind of document_relation.
};

/// Whether a change of bodies that the document decides goes to the administrator.
struct ReviewEvent {
    std::string key;  ///< "e1" is the first that the reader found.
    bool include = true;
};

struct ReviewContent {
    DocumentInput metadata;
    std::vector<Citation> citations;
    std::vector<Recipient> recipients;
    std::vector<ReviewTask> tasks;
    std::vector<ReviewEvent> events;
};

struct AssignableReview {
    DocumentSummary document;  ///< As it is after the review.
    ReviewContent content;     ///< Tasks with include == false are still in it.
    std::int64_t version = 1;
};
/// Ends the review: writes what the person made of the document, its recipients and relations, and
/// sets it to `assigned`. For a clerk in whose scope it is. `version` is that of the review;
/// Error(conflict) with the review as it is when it differs or is finished. All faults at once,
/// with pointers into the content ("/tasks/3/due_date").
AssignableReview take_review(db::WriteTx& tx,
                             const auth::Actor& actor,
                             const DocumentId& id,
                             std::int64_t version);

/// For commands: what the upload route does, in transactions of its own.
DocumentId register_file(db::Database& database,
                         const auth::Actor& actor,
                         NewFile file,
                         Direction direction);
struct SavedReview {
    ReviewContent content;
    std::int64_t version = 1;
};
SavedReview get_saved_review(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id);
/// Saves a draft of the person's work as it is; only take_review asks whether it is complete.
void save_review(db::WriteTx& tx,
                 const auth::Actor& actor,
                 const DocumentId& id,
                 std::int64_t version,
                 const ReviewContent& content);

void add_routes(http::Router& router);

}  // namespace hoiquan::documents
