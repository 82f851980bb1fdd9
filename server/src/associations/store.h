#pragma once

#include <optional>
#include <vector>

#include "associations/register.h"

namespace hoiquan::associations::store {

std::vector<Listed> list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);
std::vector<Count> counts(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);
std::optional<Listed> find(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           const OrganisationId& id,
                           const Date& as_of);
/// Nothing when it is not seen; false when it is seen as the supervisor only.
std::optional<bool> reaches(const db::ReadTx& tx,
                            const auth::Actor& actor,
                            const OrganisationId& id);
std::int64_t version(const db::ReadTx& tx, const OrganisationId& id);
void raise_version(db::WriteTx& tx, const OrganisationId& id);

std::vector<Profile> profiles(const db::ReadTx& tx, const OrganisationId& id);
void insert_profile(db::WriteTx& tx,
                    const auth::Actor& actor,
                    const OrganisationId& id,
                    const ProfileFacts& facts,
                    const Span& span);
/// No longer believed; what held before the day is written again.
void end_profile(db::WriteTx& tx, const Profile& profile, const Date& day);
void confirm_profile(db::WriteTx& tx, const auth::Actor& actor, const Profile& profile);

}  // namespace hoiquan::associations::store
