#pragma once

// The list of modules. A new module adds its line in modules.cpp.

#include "platform/http/http.h"

namespace hoiquan::app {

/// Every route of /api/v1, the contract included.
http::Router make_router();

}  // namespace hoiquan::app
