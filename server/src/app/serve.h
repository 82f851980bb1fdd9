#pragma once

#include "platform/config/config.h"

namespace hoiquan::app {

/// Migrates, listens and answers until SIGINT or SIGTERM. Prints the address, and on a fresh
/// installation the one-time link for the first administrator. Returns the exit code.
int serve(const config::Settings& settings);

}  // namespace hoiquan::app
