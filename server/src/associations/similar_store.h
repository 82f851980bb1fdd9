#pragma once

// SQL of associations of similar nature. Part of associations.

#include <optional>
#include <vector>

#include "associations/similar_service.h"

namespace hoiquan::associations::similar_store {

/// With territory and names of places. `actor` absent: all associations.
std::vector<SimilarSubject> subjects(const db::ReadTx& tx, const auth::Actor* actor);
bool is_association(const db::ReadTx& tx, const OrganisationId& id);

std::vector<SimilarMark> marks(const db::ReadTx& tx);
std::optional<SimilarMark> find_mark(const db::ReadTx& tx,
                                     const auth::Actor& actor,
                                     const SimilarMarkId& id);
std::optional<SimilarMark> find_mark_of(const db::ReadTx& tx,
                                        const OrganisationId& first,
                                        const OrganisationId& second);
void insert_mark(db::WriteTx& tx, const auth::Actor& actor, const SimilarMark& mark);
void delete_mark(db::WriteTx& tx, const SimilarMarkId& id);

}  // namespace hoiquan::associations::similar_store
