#pragma once

#include <optional>

#include <boost/json/value.hpp>

#include "documents/documents.h"

namespace hoiquan::documents {

/// The `document` of a task.
boost::json::value to_json(const DocumentBrief& brief);
boost::json::value to_json(const DocumentSummary& summary);
boost::json::value to_json(const DocumentDetail& detail);
boost::json::value to_json(const FileRef& file);
/// null when there is none.
boost::json::value to_json(const std::optional<FileRef>& file);

DocumentInput document_input_from_json(const boost::json::value& body);

}  // namespace hoiquan::documents
