#pragma once

// What is wrong with the data of a member; pure.

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "members/members.h"

namespace hoiquan::members {

/// All of them; `field` is the pointer of the field ("/birth_year").
std::vector<Fault> faults_of(const MemberInput& input,
                             const std::vector<LeftReason>& reasons,
                             const Date& today);

/// The given name, which comes last, in front: what lists of persons are sorted by.
std::string name_sort_key(std::string_view full_name);

}  // namespace hoiquan::members
