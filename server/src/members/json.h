#pragma once

#include <boost/json/value.hpp>

#include "members/members.h"
#include "members/service.h"

namespace hoiquan::members {

boost::json::value to_json(const Member& member);
boost::json::value to_json(const Counts& counts);
boost::json::value to_json(const CountsOfOne& counts);
boost::json::value to_json(const Double& pair);

MemberInput member_input_from_json(const boost::json::value& body);
DoubleInput double_input_from_json(const boost::json::value& body);

}  // namespace hoiquan::members
