#pragma once

// The register as a file, and the template for the import. Private to members.

#include <string>
#include <vector>

#include "members/members.h"

namespace hoiquan::members {

struct ExportedList {
    std::string association;  ///< Its name.
    Instant at;
    std::vector<Member> members;
    std::vector<LeftReason> reasons;
};
std::string to_xlsx(const ExportedList& list);
std::string to_csv(const ExportedList& list);

std::string import_template(const db::ReadTx& tx);

}  // namespace hoiquan::members
