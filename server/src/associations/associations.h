#pragma once

// Associations: what hangs on a body whose kind is an association; the register, leadership, money
// and assets, duties and signs of health. Decision record 0007.

#include "associations/flags.h"     // IWYU pragma: export
#include "associations/holding.h"   // IWYU pragma: export
#include "associations/settings.h"  // IWYU pragma: export
