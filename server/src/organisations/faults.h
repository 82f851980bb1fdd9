#pragma once

// What is wrong with a change of the register, all at once.

#include <vector>

#include "base/error.h"
#include "organisations/organisations.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

std::vector<Fault> faults_of_new(const db::ReadTx& tx,
                                 const auth::Actor& actor,
                                 const NewOrganisation& input);
std::vector<Fault> faults_of_name(const store::State& state,
                                  const std::vector<store::NameRow>& names,
                                  const NewName& input);
std::vector<Fault> faults_of_relation(const db::ReadTx& tx,
                                      const OrganisationId& from,
                                      const std::vector<store::RelationRow>& relations,
                                      const NewRelation& input);

/// A body is part of, led by and located in one other at a time.
bool is_single_valued(RelationKind kind);

/// Throws Error(invalid) when there are faults.
void throw_if_any(std::vector<Fault> faults);

}  // namespace hoiquan::organisations
