#pragma once

// What the build puts into the binary besides code: the contract, the words and the
// web client.

#include <string_view>

#include "platform/http/http.h"

namespace hoiquan::app {

/// The text of api/openapi.yaml.
std::string_view contract();

/// The text of web/locales/vi.json: every sentence that a person meets, by its key.
std::string_view vietnamese();

/// The files of the web client; empty in builds without it (HOIQUAN_WEB=OFF).
http::Assets web_assets();

/// "0.1.0".
std::string_view version();

}  // namespace hoiquan::app
