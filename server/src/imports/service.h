#pragma once

// Batches that were read; part of the module.

#include <cstddef>
#include <vector>

#include "imports/imports.h"

namespace hoiquan::imports {

/// Tells every two hundred rows how far it is; false: stop.
bool report(const Progress& progress, std::size_t done, std::size_t all);

/// Error(conflict, "imports.stopped") when `progress` says so.
void keep_preview(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const Batch& batch,
                  const std::vector<Row>& rows,
                  const Progress& progress);

}  // namespace hoiquan::imports
