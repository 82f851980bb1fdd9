#pragma once

// SQL in, typed rows out. Private to members.

#include <optional>
#include <string>
#include <vector>

#include "members/identity.h"
#include "members/members.h"

namespace hoiquan::members::store {

/// All values of one membership as they are kept.
struct Stored {
    std::string full_name;
    std::optional<std::int64_t> birth_year;
    std::optional<PartialDate> joined_on;
    std::optional<PartialDate> left_on;
    std::optional<std::string> left_reason;
    std::optional<std::string> branch;
    Kind kind = Kind::full;
    std::optional<SealedIdentity> identity;
    std::int64_t version = 1;
};

/// What a row of a file is compared with.
struct Known {
    Member member;
    std::string search_key;
    std::optional<std::string> branch_key;
    std::optional<std::string> identity_hash;
};

Page list(const db::ReadTx& tx, const OrganisationId& association, const ListQuery& query);
std::optional<Member> find(const db::ReadTx& tx,
                           const OrganisationId& association,
                           const MemberId& id);
std::optional<Stored> find_stored(const db::ReadTx& tx, const MemberId& id);
std::vector<Known> known(const db::ReadTx& tx, const OrganisationId& association);
std::string stamp(const db::ReadTx& tx, const OrganisationId& association);
bool is_identity_taken(const db::ReadTx& tx,
                       const OrganisationId& association,
                       const std::string& hash,
                       const std::optional<MemberId>& except);
bool is_association(const db::ReadTx& tx, const OrganisationId& id, const Date& day);

MemberId insert(db::WriteTx& tx, const OrganisationId& association, const Stored& member);
/// False when the version is not the current one.
bool update(db::WriteTx& tx, const MemberId& id, const Stored& member, std::int64_t version);
void withdraw(db::WriteTx& tx, const MemberId& id);
void settle(db::WriteTx& tx, const auth::Actor& actor, const MemberId& other, const MemberId& keep);
void insert_distinct(db::WriteTx& tx,
                     const auth::Actor& actor,
                     const MemberId& one,
                     const MemberId& other);
std::vector<Double> doubles(const db::ReadTx& tx, const OrganisationId& association, int limit);

std::vector<BranchCounts> count_by_branch(const db::ReadTx& tx,
                                          const OrganisationId& association,
                                          const Date& day);
struct CountPage {
    std::vector<std::pair<OrganisationId, Counts>> items;
    Counts sum;  ///< Of all, not of the page alone.
    std::int64_t total = 0;
};
CountPage count_by_association(
    const db::ReadTx& tx, const auth::Actor& actor, const Date& day, int limit, int offset);

}  // namespace hoiquan::members::store
