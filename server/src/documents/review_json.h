#pragma once

#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "documents/review.h"

namespace hoiquan::documents {

boost::json::value to_json(const Review& review);

/// What the client sends; may be incomplete, not malformed.
ReviewContent review_content_from_json(const boost::json::value& body);

/// How content and draft are kept: bodies by their ids alone, since names change.
std::string store_content(const ReviewContent& content);
ReviewContent load_content(std::string_view json);
std::string store_draft(const Draft& draft);
Draft load_draft(std::string_view json);

}  // namespace hoiquan::documents
