#pragma once

// The files of the web client as answers; part of platform/http.

#include <string>

#include "platform/http/http.h"
#include "platform/http/message.h"

namespace hoiquan::http {

/// The file at `path`, or the page for an address of the web client's own (no dot in it).
Response serve_asset(const Assets& assets, const Message& message, const std::string& path);

}  // namespace hoiquan::http
