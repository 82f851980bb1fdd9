#pragma once

// What the words of documents mean in one office: learned when a clerk resolves them, proposed the
// next time, seen and mended on a page of their own.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

using LearnedNameId = Id<struct LearnedNameTag>;

struct LearnedName {
    LearnedNameId id;
    std::string written;
    OrganisationRef meant;  ///< By its name of today, or its last one.
    bool is_there = true;   ///< Whether that body exists today; otherwise it is not proposed.
    std::string learned_by;
    Instant learned_at;
};
struct LearnedNamePage {
    std::vector<LearnedName> items;
    std::int64_t total = 0;
};

/// Remembers for the acting office that `written` meant this body. Words that say it by themselves
/// and words of groups ("các chi bộ") are not learned.
void learn_name(db::WriteTx& tx,
                const auth::Actor& actor,
                std::string_view written,
                const OrganisationId& meant);

/// Of the acting office, in alphabetical order. `search`: as typed, in words or body; may be empty.
LearnedNamePage list_learned_names(
    const db::ReadTx& tx, const auth::Actor& actor, std::string_view search, int limit, int offset);

/// By a clerk of the office; Error(not_found) for another office's.
void change_learned_name(db::WriteTx& tx,
                         const auth::Actor& actor,
                         const LearnedNameId& id,
                         const OrganisationId& meant);
void forget_learned_name(db::WriteTx& tx, const auth::Actor& actor, const LearnedNameId& id);

/// The body that these words mean in the acting office, when it exists on that day.
std::optional<Candidate> find_learned(const db::ReadTx& tx,
                                      const auth::Actor& actor,
                                      const std::string& match_key,
                                      const Date& as_of);

void add_learned_name_routes(http::Router& router);

}  // namespace hoiquan::organisations
