#pragma once

// Members of associations: each association keeps its own register; everybody above sees counts.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "associations/associations.h"
#include "base/dates.h"
#include "base/ids.h"
#include "imports/imports.h"
#include "organisations/organisations.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"

namespace hoiquan::members {

using MemberId = Id<struct MemberTag>;

enum class Kind { full, associate, honorary };
std::string_view to_string(Kind kind);
std::optional<Kind> parse_kind(std::string_view text);

/// Why somebody left; a list of settings with a date.
struct LeftReason {
    std::string code;
    std::string name;
};
std::vector<LeftReason> left_reasons(const db::ReadTx& tx);

struct Member {
    MemberId id;
    std::string full_name;
    std::optional<std::int64_t> birth_year;
    std::optional<PartialDate> joined_on;
    std::optional<PartialDate> left_on;
    std::optional<std::string> left_reason;
    std::optional<std::string> branch;
    Kind kind = Kind::full;
    std::optional<std::string> identity_tail;  ///< Last three digits.
    std::int64_t version = 1;
};

struct MemberInput {
    std::string full_name;
    std::optional<std::int64_t> birth_year;
    std::optional<PartialDate> joined_on;
    std::optional<PartialDate> left_on;
    std::optional<std::string> left_reason;
    std::optional<std::string> branch;
    Kind kind = Kind::full;
    std::optional<std::string> identity;  ///< 12 digits. Absent: what is there stays.
    bool removes_identity = false;
};

enum class Status { active, left, all };
std::optional<Status> parse_status(std::string_view text);
bool is_sort(std::string_view text);

struct ListQuery {
    std::string search;  ///< Name, in any spelling of diacritics.
    std::optional<std::string> branch;
    std::optional<Kind> kind;
    Status status = Status::active;
    std::string sort = "name";  ///< name, birth_year, joined_on, branch; "-" in front: downwards.
    int limit = 50;
    int offset = 0;
};
struct Page {
    std::vector<Member> items;
    std::int64_t total = 0;
};

/// Numbers of persons, as of a day.
struct Counts {
    std::int64_t total = 0;
    std::int64_t full = 0;
    std::int64_t associate = 0;
    std::int64_t honorary = 0;
};
struct BranchCounts {
    std::optional<std::string> branch;
    Counts counts;
};
struct AssociationCounts {
    organisations::OrganisationRef association;
    Counts counts;
};

/// Two memberships in one association that are of one person, or seem to be.
enum class DoubleReason { same_identity, same_name_and_year };
std::string_view to_string(DoubleReason reason);
struct Double {
    DoubleReason reason = DoubleReason::same_identity;
    Member first;
    Member second;
};
enum class DoubleDecision { same_person, different_persons };
std::optional<DoubleDecision> parse_double_decision(std::string_view text);
struct DoubleInput {
    MemberId keep;   ///< The membership that stays.
    MemberId other;  ///< Settled into it when it is one person.
    DoubleDecision decision = DoubleDecision::same_person;
};

/// Member rows are held and moved as records of this kind.
associations::HoldingKind holding_kind();

void add_routes(http::Router& router);

}  // namespace hoiquan::members
