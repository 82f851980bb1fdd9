#pragma once

// Part of the public face (included by imports.h).

#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "imports/imports.h"

namespace hoiquan::imports {

boost::json::value to_json(const Batch& batch);
boost::json::value to_json(const Row& row);
boost::json::array to_json(const std::vector<Reason>& reasons);
std::vector<Reason> reasons_from_json(std::string_view text);

}  // namespace hoiquan::imports
