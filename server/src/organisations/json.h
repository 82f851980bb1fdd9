#pragma once

#include <optional>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

boost::json::value to_json(const OrganisationRef& ref);
/// null when there is none.
boost::json::value to_json(const std::optional<OrganisationRef>& ref);
boost::json::array to_json(const std::vector<OrganisationRef>& refs);
boost::json::value to_json(const HistoryPage& page);

boost::json::value to_json(const Kind& kind);
boost::json::value to_json(const Name& name);
boost::json::value to_json(const Relation& relation);
boost::json::value to_json(const Organisation& organisation);
boost::json::value to_json(const Node& node);
boost::json::value to_json(const Detail& detail);
boost::json::value to_json(const Candidates& candidates);

NewOrganisation new_organisation_from_json(const boost::json::value& body);
NewName new_name_from_json(const boost::json::value& body);
std::string alias_from_json(const boost::json::value& body);
NewRelation new_relation_from_json(const boost::json::value& body);

}  // namespace hoiquan::organisations
