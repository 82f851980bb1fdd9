#pragma once

// Identifiers: UUIDv7 as lower-case text, one C++ type for each kind of record.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoiquan {

/// True for 36 characters of the form 8-4-4-4-12 in lower-case hexadecimal.
bool is_uuid(std::string_view text);

/// A UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, the rest from `random`.
std::string make_uuid_v7(std::int64_t unix_milliseconds,
                         const std::array<std::uint8_t, 10>& random);

template <class Tag>
class Id {
public:
    Id() = default;
    /// Trusts its input: for values out of the database and for new_id().
    explicit Id(std::string text) : text_(std::move(text)) {}
    /// For values that come from outside.
    static std::optional<Id> parse(std::string_view text) {
        return is_uuid(text) ? std::optional<Id>(Id(std::string(text))) : std::nullopt;
    }
    const std::string& str() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend bool operator==(const Id& a, const Id& b) { return a.text_ == b.text_; }
    friend auto operator<=>(const Id& a, const Id& b) { return a.text_ <=> b.text_; }

private:
    std::string text_;
};

using UserId = Id<struct UserTag>;
using RoleId = Id<struct RoleTag>;  ///< One role held at one organisation.
using SessionId = Id<struct SessionTag>;
using AuditEventId = Id<struct AuditEventTag>;
using JobId = Id<struct JobTag>;
using OrganisationId = Id<struct OrganisationTag>;
using RelationId = Id<struct RelationTag>;
using DocumentId = Id<struct DocumentTag>;
using FileId = Id<struct FileTag>;
using NamedDocumentId = Id<struct NamedDocumentTag>;
using TaskId = Id<struct TaskTag>;
using ProgressNoteId = Id<struct ProgressNoteTag>;
using EvidenceId = Id<struct EvidenceTag>;

}  // namespace hoiquan
