#pragma once

#include <vector>

#include <linux/filter.h>

namespace hoiquan::extract {

/// The filter for every confined program; built once.
const std::vector<sock_filter>& seccomp_filter();

}  // namespace hoiquan::extract
