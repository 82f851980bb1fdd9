#pragma once

// Money of associations, in đồng. Every sum is a sum of entries; the same entries are added up by
// association, by source and by task, so that the three agree to the last đồng.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "associations/register.h"

namespace hoiquan::associations {

struct MoneyLine {
    std::string label;  ///< Id of the association, source, or number of the decision.
    std::string title;  ///< Name of the association or the task; empty for a source.
    std::int64_t income = 0;
    std::int64_t spending = 0;
    std::int64_t entries = 0;
};
struct MoneySums {
    int year = 0;
    MoneyLine total;
    std::vector<MoneyLine> by_association;
    std::vector<MoneyLine> by_source;
    std::vector<MoneyLine> by_task;  ///< Entries without a task on a line of their own.
    std::int64_t state_income = 0;
    /// (income - state income) / income, in hundredths of a percent; nothing without income.
    std::optional<std::int64_t> self_reliance;
};
/// Of all associations that the actor sees, or of one with those whose records it inherited.
MoneySums money_sums(const db::ReadTx& tx,
                     const auth::Actor& actor,
                     int year,
                     const std::optional<OrganisationId>& one);
std::optional<std::int64_t> self_reliance(std::int64_t income, std::int64_t state_income);

}  // namespace hoiquan::associations
