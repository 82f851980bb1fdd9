#pragma once

#include "platform/http/http.h"

namespace hoiquan::members {

/// Template, files, previews, confirmation and undo. Part of add_routes().
void add_import_routes(http::Router& router);

}  // namespace hoiquan::members
