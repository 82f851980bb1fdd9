#pragma once

// The words and numbers of printed reports, in official Vietnamese. Part of reports.

#include <cstdint>
#include <string>
#include <string_view>

#include "reports/reports.h"

namespace hoiquan::reports {

/// Of a figure: "total" or a status.
std::string_view label_of(std::string_view key);
/// "Kết luận", "Chỉ thị" …
std::string_view type_name(std::string_view document_type);
/// "Kết luận số 68-KL/TU ngày 15/01/2026 của Thành ủy …"; what is unknown is left out.
std::string citation_of(const documents::DocumentSummary& document);
/// 1.240
std::string grouped(std::int64_t number);
/// "86,7%"; "–" when nothing was due.
std::string percent_of(const Rate& rate);
/// What stands in the column of deadlines.
std::string deadline_of(const tasks::Task& task);

}  // namespace hoiquan::reports
