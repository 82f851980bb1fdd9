#pragma once

// DocumentInput as JSON: alone, and as the metadata of a review.

#include <boost/json/object.hpp>

#include "documents/documents.h"
#include "platform/http/json_reader.h"

namespace hoiquan::documents {

enum class Completeness { required, may_lack };

boost::json::object input_json(const DocumentInput& input);
DocumentInput read_input(http::JsonReader& reader, Completeness completeness);

boost::json::value text_or_null(const std::optional<std::string>& text);
boost::json::value date_or_null(const std::optional<Date>& date);
boost::json::value date_or_null(const std::optional<PartialDate>& date);

}  // namespace hoiquan::documents
