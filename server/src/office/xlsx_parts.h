#pragma once

// What a workbook says about its sheets, outside the sheets.

#include <string>
#include <vector>

#include "office/office.h"
#include "office/zip.h"

namespace hoiquan::office {

struct SheetPart {
    std::string name;
    std::string part;
    bool is_hidden = false;
};

struct Workbook {
    std::vector<SheetPart> sheets;
    std::vector<std::string> strings;
    std::vector<bool> date_styles;  ///< By style index.
    bool dates_from_1904 = false;
};

inline constexpr ZipReader::Keys kXlsxKeys{"office.xlsx_broken", "office.xlsx_too_large"};

Workbook read_workbook(const ZipReader& zip, const XlsxLimits& limits);

/// True when the number format shows a day, month or year outside quotes and brackets.
bool is_date_format(std::string_view code);

/// Undoes _x000D_ and its like.
std::string unescaped(std::string_view text);

}  // namespace hoiquan::office
