#include "accounts/store.h"

#include <string>

#include "accounts/accounts.h"
#include "accounts/sql.h"
#include "base/text.h"

namespace hoiquan::accounts {

namespace {

std::string like(std::string_view search) {
    std::string pattern = "%";
    for (const char c : fold(search)) {
        if (c != '%' && c != '_') {
            pattern += c;
        }
    }
    return pattern + "%";
}

}  // namespace

std::vector<UserId> find_within_reach(const db::ReadTx& tx,
                                      const auth::Actor& actor,
                                      std::string_view search,
                                      int limit,
                                      int offset) {
    return tx.list(sql::list,
                   auth::scoped(tx, actor, {like(search), limit, offset}),
                   [](const db::Row& row) { return row.get<UserId>(0); });
}

std::int64_t count_within_reach(const db::ReadTx& tx,
                                const auth::Actor& actor,
                                std::string_view search) {
    return tx.integer(sql::count, auth::scoped(tx, actor, {like(search)}));
}

bool is_demonstration(const db::ReadTx& tx) {
    return tx.exists(sql::is_demonstration, {});
}

void mark_demonstration(db::WriteTx& tx) {
    tx.exec(sql::mark_demonstration, {tx.today(), tx.now()});
}

}  // namespace hoiquan::accounts
