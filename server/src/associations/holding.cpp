#include "associations/holding.h"

#include "associations/sql.h"

namespace hoiquan::associations {

void begin_holding(db::WriteTx& tx, const Holding& holding) {
    tx.exec(sql::insert_holding,
            {tx.new_id<RelationId>(),
             holding.kind,
             holding.record_id,
             holding.organisation,
             holding.valid_from,
             holding.valid_to,
             tx.now()});
}

void replace_holdings(db::WriteTx& tx,
                      std::string_view kind,
                      const std::string& record_id,
                      const std::vector<Holding>& now) {
    tx.exec(sql::supersede_holdings, {tx.now(), record_id, kind});
    for (const auto& holding : now) {
        begin_holding(tx, holding);
    }
}

std::vector<Holding> holdings_of(const db::ReadTx& tx,
                                 std::string_view kind,
                                 const std::string& record_id) {
    return tx.list(sql::holdings_of, {record_id, kind}, [](const db::Row& row) {
        return Holding{row.get<std::string>(0),
                       row.get<std::string>(1),
                       row.get<OrganisationId>(2),
                       row.get<Date>(3),
                       row.get<Date>(4)};
    });
}

std::optional<OrganisationId> holder_on(const db::ReadTx& tx,
                                        std::string_view kind,
                                        const std::string& record_id,
                                        const Date& day) {
    for (const auto& holding : holdings_of(tx, kind, record_id)) {
        if (holding.valid_from <= day && day < holding.valid_to) {
            return holding.organisation;
        }
    }
    return std::nullopt;
}

std::vector<HoldingKind> holding_kinds() {
    return {{"branch", HoldingRule::moves, "associations", "branches", &sql::titles_of_branch},
            {"asset", HoldingRule::moves, "associations", "assets", &sql::titles_of_asset},
            {"post", HoldingRule::ends, "associations", "posts", nullptr}};
}

}  // namespace hoiquan::associations
