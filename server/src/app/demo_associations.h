#pragma once

#include "app/demo_city.h"
#include "platform/db/db.h"

namespace hoiquan::app {

/// The twelve associations of the invented city, each with its profile, charter, terms, leaders,
/// branches, assets, money and reports, in every state that the register tells apart. All dates
/// lie relative to the clock of the demonstration.
void make_demo_associations(db::Database& database, const DemoCity& city);

}  // namespace hoiquan::app
