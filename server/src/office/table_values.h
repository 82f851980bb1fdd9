#pragma once

// One cell as a column asks for it. Private to office.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "office/table_read.h"

namespace hoiquan::office {

/// What a cell gives: a value, nothing, or the key of a fault with what fills its text.
struct CellReading {
    TableValue value = {};
    std::string fault = {};
    std::vector<std::pair<std::string, std::string>> args = {};
};

CellReading read_cell(const Cell& cell, const TableColumnRule& rule, bool dates_from_1904);

/// As a person sees it, normal form C, without control and invisible characters, blanks folded.
std::string shown_text(const Cell& cell);

/// "1.234,5", "1,234.5", "1 234": nothing when it is no number. With `whole` a single group of
/// three behind a comma counts as thousands.
std::optional<double> number_in_text(std::string_view text, bool whole);

/// "05/09/2026", "5.9.26", "2026-09-05", "ngày 05 tháng 9 năm 2026", "09/2026", "2026".
std::optional<PartialDate> date_in_text(std::string_view text);

}  // namespace hoiquan::office
