#pragma once

// Entries of an association's page: charters, terms, congresses, posts, branches, assets, money,
// disclosures and annual reports. Each kind is described once: its fields, its statements, its
// rules; reading, writing, history and conflicts are the same for all.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "base/error.h"
#include "base/ids.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::associations {

using EntryId = Id<struct AssociationEntryTag>;

enum class EntryKind { charter, term, congress, post, branch, asset, money, disclosure, report };
inline constexpr std::array<EntryKind, 9> kEntryKinds{EntryKind::charter,
                                                      EntryKind::term,
                                                      EntryKind::congress,
                                                      EntryKind::post,
                                                      EntryKind::branch,
                                                      EntryKind::asset,
                                                      EntryKind::money,
                                                      EntryKind::disclosure,
                                                      EntryKind::report};
std::string_view to_string(EntryKind kind);
std::optional<EntryKind> parse_entry_kind(std::string_view text);

/// As the page shows it: id, version, organisation_id, the fields of the kind; of posts, branches
/// and assets also from and to (null while it lasts).
using Entry = boost::json::object;
using Entries = std::map<EntryKind, std::vector<Entry>>;

/// Of the association; money also of those whose records it inherited.
std::vector<Entry> entries(const db::ReadTx& tx, const OrganisationId& id, EntryKind kind);
/// All but money.
Entries all_entries(const db::ReadTx& tx, const OrganisationId& id);

/// One entry as the client saw it.
struct EntryRef {
    EntryKind kind = EntryKind::charter;
    EntryId id;
    std::int64_t version = 1;
};

/// `input` holds the fields of the kind. Error(invalid) with every fault.
EntryId add_entry(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  EntryKind kind,
                  const boost::json::value& input);
/// Returns the association. Error(conflict) when the version is not the current one.
OrganisationId update_entry(db::WriteTx& tx,
                            const auth::Actor& actor,
                            const EntryRef& ref,
                            const boost::json::value& input);
/// Entered wrongly: no longer shown nor counted; its history stays.
OrganisationId remove_entry(db::WriteTx& tx,
                            const auth::Actor& actor,
                            const EntryRef& ref,
                            const std::string& reason);

}  // namespace hoiquan::associations
