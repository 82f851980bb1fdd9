#pragma once

// Every change as an event, written in the transaction of the change, then sealed in order into one
// HMAC chain with a key kept outside the database. Decision record 0004.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "base/dates.h"
#include "base/ids.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::audit {

/// What happened to which record. `action` is a key of the locales ("task.evidence_accepted").
/// `before` and `after` hold the fields that changed (or null); ids of persons, never their names.
struct Event {
    std::string action;
    std::string entity;  ///< "task", "document", "organisation", "user", …
    std::string entity_id;
    boost::json::value before;
    boost::json::value after;
    std::string reason;
    std::string parent_entity_id;  ///< Also listed in that record's history (evidence -> task); may
                                   ///< be empty.
};

void record(db::WriteTx& tx, const auth::Actor& actor, const Event& event);
/// For what the program itself does (set-up, demonstration data, jobs).
void record_system(db::WriteTx& tx, const Event& event);

struct HistoryEntry {
    AuditEventId id;
    Instant at;
    std::optional<UserId> user;
    std::string user_name;  ///< As it is now; empty for the program itself.
    std::optional<OrganisationId> organisation;
    std::string action;
    std::string entity;
    std::string entity_id;
    boost::json::value before;
    boost::json::value after;
    std::string reason;
};
/// Newest first. The caller has checked that the actor may see the record.
std::vector<HistoryEntry> history(const db::ReadTx& tx,
                                  std::string_view entity_id,
                                  int limit,
                                  int offset);
std::int64_t count_history(const db::ReadTx& tx, std::string_view entity_id);

/// The 32-byte key in `keys_dir`/audit.key (mode 0600), made on first use.
std::string load_or_make_key(const std::filesystem::path& keys_dir);

/// Chains what is recorded and not yet sealed, oldest first; how many were sealed. One sealer at a
/// time (PostgreSQL: advisory lock; 0 when another holds it). At most 1,000 a call. Called every
/// half second by `serve`.
std::int64_t seal(db::Database& database, const std::string& key);
/// Appends "<seq> <hash> <time>" of the head to `file` when it has moved.
void anchor(db::Database& database, const std::filesystem::path& file);

struct Finding {
    std::string kind;  ///< changed, removed, reordered, cut_off, unsealed, wrong_key
    std::int64_t seq = 0;
    std::string event_id;
    std::string what;  ///< For a person, in Vietnamese.
};
struct Verification {
    std::int64_t events = 0;
    std::int64_t unsealed = 0;
    std::vector<Finding> findings;  ///< Empty: the chain is whole.
};
Verification verify(db::Database& database,
                    const std::string& key,
                    const std::optional<std::filesystem::path>& anchor_file);

}  // namespace hoiquan::audit
