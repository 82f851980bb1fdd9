#pragma once

// Bodies and territories: one graph, effective-dated and bitemporal. Nothing is overwritten: a new
// name or relation ends the row that held and adds one; every read asks as of a day and as known on
// a day. Decision record 0003.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "platform/audit/audit.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"

namespace hoiquan::organisations {

/// A body as others show it.
struct OrganisationRef {
    OrganisationId id;
    std::string name;  ///< On the day asked for; when it had none then, its nearest one.
    std::optional<std::string> short_name;
};
using Refs = std::map<OrganisationId, OrganisationRef>;

/// One statement for any number of ids. Ids that are not there are left out.
Refs refs(const db::ReadTx& tx, const std::vector<OrganisationId>& ids, const Date& as_of);
/// Error(not_found) when there is no such body.
OrganisationRef ref(const db::ReadTx& tx, const OrganisationId& id, const Date& as_of);
bool exists_on(const db::ReadTx& tx, const OrganisationId& id, const Date& date);
/// Whether the body is in the scope of the acting role, today.
bool reaches(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& id);
/// The one body that bears this code or, exactly, this name or short name today; nothing when none
/// or several do.
std::optional<OrganisationId> find_one(const db::ReadTx& tx, std::string_view code_or_name);

struct Kind {
    std::string code;
    std::string name_vi;
    std::string name_en;
    bool is_territory = false;
    bool is_association = false;
};
std::vector<Kind> kinds(const db::ReadTx& tx);

/// The point from which data are looked at: true on that day, as known at the end of that day.
struct View {
    Date as_of;
    std::optional<Date> known_on;  ///< Absent: as known now.
};

struct Organisation {
    OrganisationId id;
    std::string name;
    std::optional<std::string> short_name;
    std::string kind;
    std::optional<std::string> level;
    std::optional<std::string> code;
    PartialDate valid_from;
    Date valid_to;                          ///< Exclusive; far_future() when open.
    std::optional<OrganisationRef> parent;  ///< What it is part of, else led by.
};

enum class Sort { name, name_down, kind, kind_down, valid_from, valid_from_down };
std::optional<Sort> parse_sort(std::string_view text);

struct ListQuery {
    View view;
    std::string search;  ///< As typed; may be empty.
    std::optional<std::string> kind;
    Sort sort = Sort::name;
    int limit = 50;
    int offset = 0;
    bool counts_all = false;  ///< The total is exact, however long it takes.
};
struct Page {
    std::vector<Organisation> items;
    std::int64_t total = 0;
    bool is_exact = true;  ///< Else there are at least so many.
};
Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);

enum class RelationKind { part_of, led_by, guided_by, located_in, member_of };
std::string_view to_string(RelationKind kind);
std::optional<RelationKind> parse_relation_kind(std::string_view text);

enum class Tree { party, territory };
std::optional<Tree> parse_tree(std::string_view text);

struct Node {
    OrganisationId id;
    std::string name;
    std::optional<std::string> short_name;
    std::string kind;
    std::optional<RelationKind> relation;  ///< To its parent; nothing for a root.
    std::int64_t child_count = 0;
};
/// One level: the children of `parent`, or the roots. A body both part of and led by stands once.
std::vector<Node> tree(const db::ReadTx& tx,
                       const auth::Actor& actor,
                       const View& view,
                       Tree which,
                       const std::optional<OrganisationId>& parent);

struct Name {
    std::string name;
    std::optional<std::string> short_name;
    PartialDate valid_from;
    Date valid_to;
    Instant recorded_from;
};
enum class Direction { up, down };
struct Relation {
    RelationId id;
    RelationKind kind = RelationKind::part_of;
    Direction direction = Direction::up;
    OrganisationRef organisation;
    PartialDate valid_from;
    Date valid_to;
};
struct Detail {
    Organisation organisation;
    std::vector<Name> names;           ///< All, newest first.
    std::vector<std::string> aliases;  ///< That hold on the day.
    std::vector<Relation> relations;   ///< All, newest first.
    std::int64_t version = 1;
    Date as_of;
    bool may_edit = false;
};
Detail get(const db::ReadTx& tx,
           const auth::Actor& actor,
           const OrganisationId& id,
           const View& view);

struct NewOrganisation {
    std::string name;
    std::optional<std::string> short_name;
    std::string kind;
    std::optional<std::string> level;
    std::optional<std::string> code;
    PartialDate valid_from;
    std::vector<std::string> aliases;
    std::optional<OrganisationId> part_of;
    std::optional<OrganisationId> led_by;
    std::optional<OrganisationId> located_in;
};
/// By an administrator, under a body within their reach or under none.
OrganisationId create(db::WriteTx& tx, const auth::Actor& actor, const NewOrganisation& input);
/// The first body of an installation, by the program itself, valid from today.
OrganisationId create_first(db::WriteTx& tx, const std::string& name, const std::string& kind);

struct NewName {
    std::string name;
    std::optional<std::string> short_name;
    PartialDate valid_from;
};
/// Error(conflict) with the record as it is when `version` is not the current one; so below.
void rename(db::WriteTx& tx,
            const auth::Actor& actor,
            const OrganisationId& id,
            std::int64_t version,
            const NewName& input);
void add_alias(db::WriteTx& tx,
               const auth::Actor& actor,
               const OrganisationId& id,
               std::int64_t version,
               const std::string& alias);

struct NewRelation {
    RelationKind kind = RelationKind::part_of;
    OrganisationId to;
    PartialDate valid_from;
};
/// A part_of, led_by or located_in that held is ended on that day.
void add_relation(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  std::int64_t version,
                  const NewRelation& input);

/// What is stored beside a text so that it is found: lines, folded and with diacritics, each as
/// written, abbreviated and written out (UBND, HĐND, MTTQ, BTV, BCH, ĐU …).
struct SearchKeys {
    std::string folded;
    std::string exact;
};
SearchKeys search_keys(std::string_view text);
/// Patterns for LIKE of what a person typed, as typed and abbreviated. The exact ones are there
/// only when diacritics were typed; none when nothing was typed.
struct SearchPatterns {
    std::optional<std::string> folded;
    std::optional<std::string> folded_short;
    std::optional<std::string> exact;
    std::optional<std::string> exact_short;
};
SearchPatterns search_patterns(std::string_view typed);

/// What a body named in a text may be. `one`: exactly one body bears the name, short name or alias,
/// or the office has resolved the same words before (reason `learned`).
/// `several`: more than one, or only similar ones (reason `similar`). `group`: the words mean all
/// bodies of some kind within the acting role's reach. Never a guess.
enum class CandidatesKind { one, several, group, none };
std::string_view to_string(CandidatesKind kind);
enum class Reason { exact_name, short_name, alias, abbreviation, learned, group_kind, similar };
std::string_view to_string(Reason reason);
struct Candidate {
    OrganisationRef organisation;
    std::string kind;
    Reason reason = Reason::similar;
};
struct Candidates {
    CandidatesKind kind = CandidatesKind::none;
    std::vector<Candidate> items;  ///< Best first.
};
/// `limit` cuts similar ones only: those that are meant by the words are all there.
Candidates find_candidates(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           std::string_view text,
                           const Date& as_of,
                           int limit);

/// The audit events of any record, with the names of the bodies that acted. The caller has checked
/// that the actor may see the record.
struct HistoryItem {
    audit::HistoryEntry entry;
    std::optional<OrganisationRef> organisation;
};
struct HistoryPage {
    std::vector<HistoryItem> items;
    std::int64_t total = 0;
    int limit = 0;
    int offset = 0;
};
HistoryPage history(const db::ReadTx& tx, std::string_view entity_id, int limit, int offset);

void add_routes(http::Router& router);

}  // namespace hoiquan::organisations

#include "organisations/events.h"  // IWYU pragma: export

namespace hoiquan::organisations {

struct Timeline {
    GraphNode body;           ///< On the day, or nearest to it.
    std::vector<Name> names;  ///< Newest first; so below.
    std::vector<StateSpan> states;
    std::vector<Relation> relations;  ///< To bodies above and below.
    std::vector<EventOfBody> events;
};

}  // namespace hoiquan::organisations
#include "organisations/body_reform.h"    // IWYU pragma: export
#include "organisations/learned_names.h"  // IWYU pragma: export
#include "organisations/proposals.h"      // IWYU pragma: export
#include "organisations/roll_up.h"        // IWYU pragma: export
