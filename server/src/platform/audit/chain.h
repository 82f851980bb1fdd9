#pragma once

// The hash that links audit events; part of platform/audit.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/db/db.h"

namespace hoiquan::audit {

/// The columns of an event as the database gives them, in the order of the chained statements.
struct StoredEvent {
    std::string id;
    std::string at;
    std::optional<std::string> user;
    std::optional<std::string> organisation;
    std::string action;
    std::string entity;
    std::string entity_id;
    std::string parent_entity_id;
    std::string before_json;
    std::string after_json;
    std::string reason;
};
StoredEvent stored_event_from(const db::Row& row);

/// Of the chain before its first event.
extern const std::string_view kFirstHash;

/// HMAC-SHA512-256 in hexadecimal over seq, the hash before and every column, each with its length
/// in front, so that nothing can move from one column to the next.
std::string link(const std::string& key,
                 std::int64_t seq,
                 std::string_view previous,
                 const StoredEvent& event);

}  // namespace hoiquan::audit
