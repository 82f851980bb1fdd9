#pragma once

// The review of a read document: what the reader found and what a person made of it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "documents/documents.h"
#include "documents/found.h"

namespace hoiquan::documents {

struct Place {
    std::int64_t start = 0;
    std::int64_t end = 0;
    double confidence = 0.0;
};

/// A sentence that reads as an obligation.
struct Obligation {
    std::int64_t start = 0;
    std::int64_t end = 0;
};

/// What the reader found; never changed.
struct Draft {
    ReviewContent content;
    std::map<std::string, Place> places;  ///< JSON pointer into `content`.
    std::vector<Obligation> obligations;
    Found found;
};

struct Review {
    DocumentId document;
    std::string text;
    std::vector<std::int64_t> page_starts;  ///< The first code point of each page; none for text.
    Draft draft;
    ReviewContent content;
    std::int64_t version = 1;
    std::optional<Instant> finished_at;
    bool may_edit = false;
    organisations::Refs names;  ///< Of every body in draft and content.
};

/// Whether an included task stands where the obligation stands.
bool covers(const ReviewContent& content, const Obligation& obligation);

/// Every body that the content names by id.
std::vector<OrganisationId> bodies_of(const ReviewContent& content);

Review get_review(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id);

}  // namespace hoiquan::documents
