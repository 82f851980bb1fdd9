#include "tasks/sql.h"
#include "tasks/store.h"

namespace hoiquan::tasks {

std::vector<LeadCount> count_by_lead(const db::ReadTx& tx,
                                     const auth::Actor& actor,
                                     const Date& as_of) {
    return tx.list(sql::count_by_lead, state_params(tx, actor, as_of), [](const db::Row& row) {
        return LeadCount{row.get<std::optional<OrganisationId>>(0),
                         row.get<std::optional<OrganisationId>>(1),
                         row.get<bool>(2),
                         parse_status(row.text(3)).value_or(Status::in_progress),
                         row.integer(4)};
    });
}

}  // namespace hoiquan::tasks
