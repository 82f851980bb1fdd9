#pragma once

#include <boost/json/value.hpp>

#include "tasks/tasks.h"

namespace hoiquan::tasks {

boost::json::value to_json(const Task& task);
boost::json::value to_json(const Detail& detail);
boost::json::value to_json(const Page& page, int limit, int offset);
boost::json::value to_json(const std::vector<HomeGroup>& groups, const Date& today);

TaskInput task_input_from_json(const boost::json::value& body);
NewEvidence new_evidence_from_json(const boost::json::value& body);

}  // namespace hoiquan::tasks
