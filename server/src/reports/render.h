#pragma once

// Progress as DOCX and XLSX. Pure, so that it can be held against expected files. Part of reports.

#include <string>

#include "office/office.h"
#include "reports/reports.h"

namespace hoiquan::reports {

office::DocxDocument docx_of(const Progress& progress);
std::vector<office::XlsxSheet> xlsx_of(const Progress& progress);

}  // namespace hoiquan::reports
