#pragma once

// Associations: what hangs on a body whose kind is an association; the register, leadership, money
// and assets, duties and signs of health. Decision record 0007.

#include "associations/duties.h"           // IWYU pragma: export
#include "associations/entries.h"          // IWYU pragma: export
#include "associations/flags.h"            // IWYU pragma: export
#include "associations/health.h"           // IWYU pragma: export
#include "associations/holding.h"          // IWYU pragma: export
#include "associations/money.h"            // IWYU pragma: export
#include "associations/register.h"         // IWYU pragma: export
#include "associations/settings.h"         // IWYU pragma: export
#include "associations/similar_service.h"  // IWYU pragma: export
#include "platform/http/http.h"

namespace hoiquan::associations {

/// `sources`: what other modules know about signs of health.
void add_routes(http::Router& router, const SignSources& sources);

}  // namespace hoiquan::associations
