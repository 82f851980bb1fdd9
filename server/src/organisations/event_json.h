#pragma once

#include <boost/json/value.hpp>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

boost::json::value to_json(const Event& event);
boost::json::value to_json(const GraphNode& node);
boost::json::value to_json(const Edge& edge);
boost::json::value to_json(const Lineage& lineage);
boost::json::value to_json(const Preview& preview);
boost::json::value to_json(const EventDetail& detail);
boost::json::value to_json(const Timeline& timeline);
/// `parents`: the names of the bodies above.
boost::json::value to_json(const Difference& difference, const Refs& parents);

NewEvent new_event_from_json(const boost::json::value& body);
/// The reason of an undo; may be empty.
std::string reason_from_json(const boost::json::value& body);

}  // namespace hoiquan::organisations
