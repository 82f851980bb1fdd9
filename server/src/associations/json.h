#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "associations/duties.h"
#include "associations/health.h"
#include "associations/money.h"
#include "associations/register.h"
#include "associations/settings.h"

namespace hoiquan::associations {

boost::json::object to_json(const ProfileFacts& facts);
boost::json::object to_json(const Listed& row);
boost::json::value to_json(const Page& page, int limit, int offset);
boost::json::value to_json(const std::vector<Count>& counts);
boost::json::value to_json(const MoneySums& sums);
boost::json::value to_json(const Setting& setting);
boost::json::value to_json(const Duty& duty);
boost::json::value to_json(const Warning& warning);
boost::json::value to_json(const Health& health);
boost::json::value to_json(const HealthRollUp& rolled_up);
/// The row, the profile that holds, all profiles, version and what the actor may do.
boost::json::object profile_page_json(const Standing& standing,
                                      const std::vector<Profile>& profiles,
                                      const Date& as_of);

NewProfile profile_from_json(const boost::json::value& body);
Setting setting_from_json(const boost::json::value& body);

}  // namespace hoiquan::associations
