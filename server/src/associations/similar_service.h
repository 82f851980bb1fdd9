#pragma once

// Associations of similar nature, of those that the acting role reaches; pairs that somebody marked
// as really different stay so, with the reason.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "associations/similar.h"
#include "base/dates.h"
#include "base/ids.h"
#include "organisations/organisations.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"

namespace hoiquan::associations {

using SimilarMarkId = Id<struct SimilarMarkTag>;

struct SimilarMark {
    SimilarMarkId id;
    OrganisationId first;  ///< The smaller id.
    OrganisationId second;
    std::string reason;
    std::string made_by;  ///< Empty: not known.
    Instant made_at;
};

/// Keyed hashes of members by association; what knows the members gives them.
using MemberKeys = std::function<std::map<OrganisationId, std::vector<std::uint64_t>>(
    const db::ReadTx&, const std::vector<OrganisationId>&)>;

/// All that is compared, taken out of the database; comparing itself needs no transaction.
struct SimilarInput {
    std::vector<SimilarSubject> subjects;
    std::vector<SimilarMark> marks;  ///< Of any pair, in order of the pairs.
};
/// Clerks, monitors and leaders: the associations that they reach today.
SimilarInput similar_input(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           const MemberKeys& members);
/// For a command: all associations of today.
SimilarInput similar_input_at_console(const db::ReadTx& tx, const MemberKeys& members);
/// With the marks of the input.
SimilarResult compare(const SimilarInput& input, SimilarOptions options);
const SimilarMark* mark_of(const SimilarInput& input, const SimilarPair& pair);

struct NewSimilarMark {
    OrganisationId first;
    OrganisationId second;
    std::string reason;
};
/// By a clerk who reaches both; Error(conflict) when the pair is marked already.
SimilarMark mark_different(db::WriteTx& tx, const auth::Actor& actor, const NewSimilarMark& input);
void remove_mark(db::WriteTx& tx, const auth::Actor& actor, const SimilarMarkId& id);

void add_similar_routes(http::Router& router, const MemberKeys& members);

}  // namespace hoiquan::associations
