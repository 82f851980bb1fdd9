#pragma once

#include "platform/config/config.h"

namespace hoiquan::app {

/// Fills an empty installation with an invented city: its bodies, 20 associations, an invented
/// Conclusion with tasks in every state, and one account for each role. The same HOIQUAN_NOW gives
/// the same data. Prints the sign-ins. Returns the exit code.
int make_demonstration(const config::Settings& settings);

}  // namespace hoiquan::app
