#pragma once

// A page of the register, in a time that does not grow with the register. Part of organisations.

#include "organisations/organisations.h"

namespace hoiquan::organisations {

Page find_page(const db::ReadTx& tx, const ListQuery& query);

}  // namespace hoiquan::organisations
