#pragma once

// The rows behind the runner; part of platform/jobs.

#include <optional>
#include <string>

#include "platform/jobs/jobs.h"

namespace hoiquan::jobs {

/// Asked before take_next, so that an idle runner writes nothing.
bool is_any_due(const db::ReadTx& tx);
/// The next job whose time has come, marked as running until `lease_until`; nothing when none
/// waits.
std::optional<Job> take_next(db::WriteTx& tx);
void renew_lease(db::WriteTx& tx, const Job& job);
/// SQLite has one process: what a dead one left running is free at once.
void release_all(db::WriteTx& tx);
/// After a throw: again later, or failed for good after the last delay.
void put_back(db::WriteTx& tx, const Job& job, const std::string& error);

}  // namespace hoiquan::jobs
