#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "associations/similar_service.h"

namespace hoiquan::associations {

boost::json::object to_json(const SimilarMark& mark);
/// `names` holds both associations of the pair.
boost::json::object to_json(const SimilarPair& pair,
                            const SimilarMark* mark,
                            const organisations::Refs& names);
boost::json::object to_json(const SimilarGroup& group, const organisations::Refs& names);

}  // namespace hoiquan::associations
