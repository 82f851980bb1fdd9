#pragma once

// A table out of a workbook that people filled in: the header wherever it stands, each cell as what
// its column asks for, every fault with its cell, all at once. Pure.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/dates.h"
#include "office/office.h"

namespace hoiquan::office {

/// digits: a code such as an identity number, of `longest` digits, whose leading zeros a number
/// cell has lost. money: whole đồng; "12,5 triệu" is understood.
enum class TableKind { text, integer, decimal, money, date, year, choice, digits };

struct TableChoice {
    std::string value;  ///< What the row gets.
    std::vector<std::string>
        labels;  ///< What a cell may say; compared without case and diacritics.
};

struct TableColumnRule {
    std::string key;
    std::string heading;
    std::vector<std::string> also = {};  ///< Other headings that mean the same.
    TableKind kind = TableKind::text;
    bool is_required = false;
    std::vector<TableChoice> choices = {};
    std::size_t longest = 500;  ///< Characters of a text, digits of a code.
    std::int64_t least = std::numeric_limits<std::int64_t>::min();  ///< Of numbers and years.
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

using TableValue = std::variant<std::monostate, std::string, std::int64_t, double, PartialDate>;

/// `cell` is "C17", or empty for the file as a whole; `column` is the key of its column.
struct TableFault {
    std::string cell;
    std::size_t row = 0;  ///< As the spreadsheet counts, from 1; 0 for the file as a whole.
    std::string column;
    std::string key;
    std::vector<std::pair<std::string, std::string>> args;
};

struct TableRowRead {
    std::size_t number = 0;          ///< As the spreadsheet counts, from 1.
    std::vector<TableValue> values;  ///< One for each rule; nothing where there is a fault.
    bool has_faults = false;
};

struct ReadTable {
    std::string sheet;
    std::size_t header_row = 0;             ///< From 1; 0 when none was found.
    std::vector<std::string> cell_columns;  ///< "C" for each rule; empty where there is no column.
    std::vector<TableRowRead> rows;
    std::vector<TableFault> faults;  ///< By row, then by column. A row of these is not to be used.
    std::vector<TableFault> notes;   ///< What was passed over: hidden sheets and rows, totals …
};

struct TableLimits {
    std::size_t rows = 100'000;
    std::size_t header_within = 100;  ///< Rows from the top.
    std::size_t faults = 100'000;
};

ReadTable read_table(const std::vector<ReadSheet>& sheets,
                     const std::vector<TableColumnRule>& rules,
                     const TableLimits& limits = {});

/// "AB" of 27.
std::string column_letters(std::size_t column);

}  // namespace hoiquan::office
