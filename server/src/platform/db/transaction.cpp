#include <algorithm>

#include "platform/db/connection.h"
#include "platform/db/db.h"

namespace hoiquan::db {

namespace detail {

void bad_value(int column, std::string_view text) {
    throw std::runtime_error("column " + std::to_string(column) + " holds '" +
                             std::string(text.substr(0, 60)) +
                             "', which is not a value of the type asked for");
}

}  // namespace detail

ReadTx::ReadTx(Connection& connection, const config::Clock& clock)
    : connection_(connection), clock_(clock), now_(clock.now()) {}

Engine ReadTx::engine() const {
    return connection_.engine();
}

void ReadTx::each(const Statement& statement,
                  const Params& params,
                  const std::function<void(const Row&)>& row) const {
    ++statements_run_;
    connection_.run(statement, params, row);
}

std::int64_t ReadTx::integer(const Statement& statement, const Params& params) const {
    return find(statement, params, [](const Row& row) { return row.integer(0); }).value_or(0);
}

bool ReadTx::exists(const Statement& statement, const Params& params) const {
    bool found = false;
    each(statement, params, [&found](const Row&) { found = true; });
    return found;
}

std::int64_t WriteTx::exec(const Statement& statement, const Params& params) {
    ++statements_run_;
    return connection_.run(statement, params, {});
}

std::string WriteTx::next_id() {
    // One step of a millisecond for each id keeps their order within the transaction.
    last_id_ms_ = std::max(last_id_ms_ + 1, now().unix_microseconds() / 1000);
    return make_uuid_v7(last_id_ms_, clock_.random());
}

}  // namespace hoiquan::db
