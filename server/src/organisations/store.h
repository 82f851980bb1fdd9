#pragma once

#include <optional>
#include <string>
#include <vector>

#include "organisations/group_words.h"
#include "organisations/organisations.h"

namespace hoiquan::organisations::store {

/// The moment of recording that a view looks from. "Now" is the end of time, not the clock: a clock
/// that was set back must not hide what is already written.
Instant known_at(const View& view);

Refs refs(const db::ReadTx& tx, const std::vector<OrganisationId>& ids, const Date& as_of);
bool exists_on(const db::ReadTx& tx, const OrganisationId& id, const Date& date);
bool reaches(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& id);
std::vector<OrganisationId> find_one(const db::ReadTx& tx, std::string_view code_or_name);
std::vector<Kind> list_kinds(const db::ReadTx& tx);

/// The first seven parameters of found.inc.
db::Params found_params(const ListQuery& query);
/// A row of with_parents.inc.
Organisation organisation_of(const db::Row& row);
std::vector<Node> tree_roots(const db::ReadTx& tx, const View& view, Tree which);
std::vector<Node> tree_children(const db::ReadTx& tx,
                                const View& view,
                                Tree which,
                                const OrganisationId& parent);

/// What a body is on a day, or nearest to it.
struct State {
    std::string kind;
    std::optional<std::string> level;
    std::optional<std::string> code;
    PartialDate valid_from;
    Date valid_to;
    std::int64_t version = 1;
    bool is_territory = false;
    bool holds_on(const Date& date) const { return valid_from.date <= date && date < valid_to; }
};
std::optional<State> find_state(const db::ReadTx& tx, const OrganisationId& id, const View& view);

struct NameRow {
    std::string id;
    Name name;
};
std::vector<NameRow> list_names(const db::ReadTx& tx, const OrganisationId& id, const View& view);
std::vector<std::string> list_aliases(const db::ReadTx& tx,
                                      const OrganisationId& id,
                                      const View& view);

struct RelationRow {
    RelationId id;
    RelationKind kind = RelationKind::part_of;
    OrganisationId from;
    OrganisationId to;
    PartialDate valid_from;
    Date valid_to;
    bool holds_on(const Date& date) const { return valid_from.date <= date && date < valid_to; }
};
std::vector<RelationRow> list_relations(const db::ReadTx& tx,
                                        const OrganisationId& id,
                                        const View& view);

bool code_taken(const db::ReadTx& tx, const std::string& code, const Date& from);
bool reaches_upwards(const db::ReadTx& tx,
                     const OrganisationId& from,
                     const OrganisationId& to,
                     const Date& since);

OrganisationId insert_organisation(db::WriteTx& tx);
void insert_state(db::WriteTx& tx, const OrganisationId& id, const NewOrganisation& input);
void insert_name(db::WriteTx& tx, const OrganisationId& id, const NewName& name, const Date& to);
void insert_alias(db::WriteTx& tx,
                  const OrganisationId& id,
                  const std::string& alias,
                  const Date& from);
RelationId insert_relation(db::WriteTx& tx, const RelationRow& relation);
void supersede_name(db::WriteTx& tx, const std::string& id);
void supersede_relation(db::WriteTx& tx, const RelationId& id);
/// False when `version` is not the current one.
bool raise_version(db::WriteTx& tx, const OrganisationId& id, std::int64_t version);

/// A body found by its key, and which of its names bore it.
struct Match {
    OrganisationRef organisation;
    std::string kind;
    std::string key;
    std::string via;      ///< name, short_name, alias
    std::string written;  ///< That name, short name or alias.
    bool is_within_reach = false;
    bool is_directly_below = false;  ///< Part of or led by the acting body.
};
/// At most eight keys.
std::vector<Match> find_by_keys(const db::ReadTx& tx,
                                const auth::Actor& actor,
                                const Date& as_of,
                                const std::vector<std::string>& keys);
std::vector<Match> find_group(const db::ReadTx& tx,
                              const auth::Actor& actor,
                              const Date& as_of,
                              const Group& group);
std::vector<Match> find_similar(const db::ReadTx& tx,
                                const Date& as_of,
                                const std::string& key,
                                int limit);

}  // namespace hoiquan::organisations::store
