#pragma once

// A membership as the rows of a batch keep it. The identity stays encrypted.

#include <boost/json/object.hpp>

#include "members/store.h"

namespace hoiquan::members {

boost::json::object to_row_values(const store::Stored& member);
store::Stored from_row_values(const boost::json::object& values);

}  // namespace hoiquan::members
