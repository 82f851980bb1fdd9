#pragma once

// Rules of the register. Private to members.

#include "members/identity.h"
#include "members/members.h"
#include "members/store.h"

namespace hoiquan::members {

/// The first line of everything that shows or changes single persons: 404 where the body is out of
/// reach or no association, 403 for who may see its counts only.
void demand_names(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& association);
/// The same, with a record that names were read and what of them.
void open_names(db::WriteTx& tx,
                const auth::Actor& actor,
                const OrganisationId& association,
                const char* what);

Member get(const db::ReadTx& tx, const OrganisationId& association, const MemberId& id);
MemberId create(db::WriteTx& tx,
                const auth::Actor& actor,
                const IdentityKeys& keys,
                const OrganisationId& association,
                const MemberInput& input);
void update(db::WriteTx& tx,
            const auth::Actor& actor,
            const IdentityKeys& keys,
            const Member& member,
            const MemberInput& input);
/// Error(invalid) unless both are memberships of the association that are still open.
void decide_double(db::WriteTx& tx,
                   const auth::Actor& actor,
                   const OrganisationId& association,
                   const DoubleInput& input);

struct CountsOfOne {
    Counts sum;
    std::vector<BranchCounts> branches;
};
CountsOfOne counts(const db::ReadTx& tx,
                   const auth::Actor& actor,
                   const OrganisationId& association,
                   const Date& day);
struct CountsPage {
    std::vector<AssociationCounts> items;
    Counts sum;
    std::int64_t total = 0;
};
CountsPage counts_below(
    const db::ReadTx& tx, const auth::Actor& actor, const Date& day, int limit, int offset);

}  // namespace hoiquan::members
