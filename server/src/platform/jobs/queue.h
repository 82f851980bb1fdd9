#pragma once

// The rows behind the runner; part of platform/jobs.

#include <optional>
#include <string>

#include "platform/jobs/jobs.h"

namespace hoiquan::jobs {

/// Asked before take_next, so that an idle runner writes nothing.
bool is_any_due(const db::ReadTx& tx);
/// The next job whose time has come, marked as running until `lease_until`; nothing when none
/// waits. `attempts` tells this run of the job from an earlier one whose lease has run out.
std::optional<Job> take_next(db::WriteTx& tx);
void renew_lease(db::WriteTx& tx, const Job& job);
/// SQLite has one process: what a dead one left running is free at once.
void release_all(db::WriteTx& tx);
/// After a throw: again later, or failed for good after the last delay. Nothing when the job is no
/// longer this runner's: it may have been finished before the throw, or taken over since.
void put_back(db::WriteTx& tx, const Job& job, const std::string& error);
/// The program stops: the job goes on at the next start, and this attempt does not count.
void resume_later(db::WriteTx& tx, const Job& job);
/// Nothing unless it waits.
void stop_waiting(db::WriteTx& tx, const JobId& id);

}  // namespace hoiquan::jobs
