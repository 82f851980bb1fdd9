#include "office/table_read.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "office/table_values.h"

namespace hoiquan::office {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::string cell_name(std::size_t row, std::size_t column) {
    return column_letters(column) + std::to_string(row + 1);
}

bool contains(const CellRange& range, std::size_t row, std::size_t column) {
    return row >= range.first.row && row <= range.last.row && column >= range.first.column &&
           column <= range.last.column;
}

// A sheet with its merged cells looked up by row.
class Sheet {
public:
    explicit Sheet(const ReadSheet& sheet)
        : sheet_(sheet),
          hidden_rows_(sheet.hidden_rows.begin(), sheet.hidden_rows.end()),
          hidden_columns_(sheet.hidden_columns.begin(), sheet.hidden_columns.end()) {
        for (const CellRange& range : sheet.merged) {
            const std::size_t last = std::min(range.last.row + 1, sheet.rows.size());
            covered_ += last > range.first.row ? last - range.first.row : 0;
            if (covered_ > kMostCovered) {
                throw Error(ErrorCode::too_large, "office.xlsx_too_large")
                    .with_detail("merged cells");
            }
            for (std::size_t row = range.first.row; row < last; ++row) {
                merged_[row].push_back(&range);
            }
        }
        for (const CellPlace& place : sheet.without_result) {
            without_result_.insert(place);
        }
    }

    std::size_t rows() const { return sheet_.rows.size(); }
    std::size_t columns(std::size_t row) const {
        std::size_t out = sheet_.rows[row].size();
        const auto found = merged_.find(row);
        if (found != merged_.end()) {
            for (const CellRange* range : found->second) {
                out = std::max(out, std::min(range->last.column + 1, kMostColumns));
            }
        }
        return out;
    }
    const CellRange* merged_at(std::size_t row, std::size_t column) const {
        const auto found = merged_.find(row);
        if (found == merged_.end()) {
            return nullptr;
        }
        for (const CellRange* range : found->second) {
            if (contains(*range, row, column)) {
                return range;
            }
        }
        return nullptr;
    }
    /// What stands in the cell itself.
    const Cell& own(std::size_t row, std::size_t column) const {
        static const Cell empty;
        const bool there = row < sheet_.rows.size() && column < sheet_.rows[row].size();
        return there ? sheet_.rows[row][column] : empty;
    }
    /// Of merged cells the value that all of them show.
    const Cell& shown(std::size_t row, std::size_t column) const {
        const CellRange* range = merged_at(row, column);
        return range == nullptr ? own(row, column) : own(range->first.row, range->first.column);
    }
    bool is_hidden_row(std::size_t row) const { return hidden_rows_.contains(row); }
    bool is_hidden_column(std::size_t column) const { return hidden_columns_.contains(column); }
    bool lacks_result(std::size_t row, std::size_t column) const {
        return without_result_.contains({row, column});
    }
    bool dates_from_1904() const { return sheet_.dates_from_1904; }
    const std::string& name() const { return sheet_.name; }

private:
    static constexpr std::size_t kMostCovered = 2'000'000;
    static constexpr std::size_t kMostColumns = 512;

    const ReadSheet& sheet_;
    std::set<std::size_t> hidden_rows_;
    std::set<std::size_t> hidden_columns_;
    std::map<std::size_t, std::vector<const CellRange*>> merged_;
    std::set<CellPlace> without_result_;
    std::size_t covered_ = 0;
};

// ---- The header ---------------------------------------------------------------------------------

// Where each rule has its column; `row` is the last row of the header.
struct Header {
    std::size_t row = kNone;
    std::size_t found = 0;
    std::vector<std::size_t> columns;
};

// "Họ và tên (*)" is the same heading as "Họ và tên".
std::string heading_key(std::string_view text) {
    std::string out;
    bool in_brackets = false;
    for (const char c : fold(text)) {
        in_brackets = c == '(' || (in_brackets && c != ')');
        const bool kept = static_cast<unsigned char>(c) >= 0x80 ||
                          std::string_view("abcdefghijklmnopqrstuvwxyz0123456789").find(c) !=
                              std::string_view::npos;
        if (!in_brackets) {
            out += kept ? c : ' ';
        }
    }
    return collapse_blanks(out);
}

using Headings = std::map<std::string, std::size_t, std::less<>>;  ///< Key to rule.

Headings headings_of(const std::vector<TableColumnRule>& rules) {
    Headings out;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        out.emplace(heading_key(rules[i].heading), i);
        for (const std::string& other : rules[i].also) {
            out.emplace(heading_key(other), i);
        }
    }
    return out;
}

// The rule that a column's heading names. A header may take two rows: "Ngày" above "vào hội".
std::size_t rule_of(const Sheet& sheet, const Headings& headings, CellPlace at, bool two_rows) {
    const std::string top = shown_text(sheet.shown(at.row, at.column));
    std::vector<std::string> texts{top};
    if (two_rows) {
        const std::string below = shown_text(sheet.shown(at.row + 1, at.column));
        texts = {top + " " + below, below, top};
    }
    for (const std::string& text : texts) {
        const auto found = headings.find(heading_key(text));
        if (found != headings.end()) {
            return found->second;
        }
    }
    return kNone;
}

Header header_at(const Sheet& sheet,
                 const Headings& headings,
                 std::size_t rules,
                 CellPlace start,
                 bool two_rows) {
    Header out;
    out.row = start.row + (two_rows ? 1 : 0);
    out.columns.assign(rules, kNone);
    std::size_t width = sheet.columns(start.row);
    if (two_rows) {
        width = std::max(width, sheet.columns(start.row + 1));
    }
    for (std::size_t column = start.column; column < width; ++column) {
        const std::size_t rule = rule_of(sheet, headings, {start.row, column}, two_rows);
        if (rule != kNone && out.columns[rule] == kNone) {
            out.columns[rule] = column;
            ++out.found;
        }
    }
    return out;
}

bool has_merged(const Sheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < sheet.columns(row); ++column) {
        if (sheet.merged_at(row, column) != nullptr) {
            return true;
        }
    }
    return false;
}

Header find_header(const Sheet& sheet,
                   const std::vector<TableColumnRule>& rules,
                   const TableLimits& limits) {
    const Headings headings = headings_of(rules);
    Header best;
    best.columns.assign(rules.size(), kNone);
    const std::size_t rows = std::min(sheet.rows(), limits.header_within);
    for (std::size_t row = 0; row < rows; ++row) {
        if (sheet.is_hidden_row(row)) {
            continue;
        }
        Header one = header_at(sheet, headings, rules.size(), {row, 0}, false);
        if (one.found > best.found) {
            best = one;
        }
        if (row + 1 < sheet.rows() && has_merged(sheet, row)) {
            Header two = header_at(sheet, headings, rules.size(), {row, 0}, true);
            if (two.found > best.found) {
                best = std::move(two);
            }
        }
    }
    const std::size_t enough = std::min<std::size_t>(2, rules.size());
    return best.found >= enough ? best : Header{kNone, 0, std::vector(rules.size(), kNone)};
}

// ---- The rows -----------------------------------------------------------------------------------

class Reader {
public:
    Reader(const Sheet& sheet,
           const std::vector<TableColumnRule>& rules,
           const Header& header,
           const TableLimits& limits,
           ReadTable& out)
        : sheet_(sheet), rules_(rules), header_(header), limits_(limits), out_(out) {}

    void read() {
        check_columns();
        for (std::size_t row = header_.row + 1; row < sheet_.rows(); ++row) {
            if (!is_blank(row) && !is_passed_over(row)) {
                read_row(row);
            }
        }
    }

private:
    void check_columns() {
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            std::size_t& column = header_.columns[i];
            if (column != kNone && sheet_.is_hidden_column(column)) {
                note(cell_name(header_.row, column),
                     header_.row,
                     "office.table_hidden_column",
                     {{"column", rules_[i].heading}});
                column = kNone;
            }
            if (column == kNone && rules_[i].is_required) {
                out_.faults.push_back({"",
                                       header_.row + 1,
                                       rules_[i].key,
                                       "office.table_column_missing",
                                       {{"column", rules_[i].heading}}});
            }
            out_.cell_columns.push_back(column == kNone ? "" : column_letters(column));
        }
    }
    bool is_blank(std::size_t row) const {
        for (const std::size_t column : header_.columns) {
            // Cells merged with a row above say nothing of their own.
            if (column != kNone && (!shown_text(sheet_.own(row, column)).empty() ||
                                    sheet_.lacks_result(row, column))) {
                return false;
            }
        }
        return true;
    }
    bool is_passed_over(std::size_t row) {
        const char* key = nullptr;
        if (sheet_.is_hidden_row(row)) {
            key = "office.table_hidden_row";
        } else if (is_numbering(row)) {
            return true;
        } else if (is_total(row)) {
            key = "office.table_total_row";
        } else if (is_group(row)) {
            key = "office.table_group_row";
        }
        if (key != nullptr) {
            note("", row, key, {{"row", std::to_string(row + 1)}});
        }
        return key != nullptr;
    }
    // "(1) (2) (3)" or "A B 1 2" right below the header.
    bool is_numbering(std::size_t row) const {
        if (row != header_.row + 1) {
            return false;
        }
        std::size_t numbers = 0;
        for (std::size_t column = 0; column < sheet_.columns(row); ++column) {
            std::string text = shown_text(sheet_.own(row, column));
            std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '['; });
            const bool is_number = !text.empty() && text.size() <= 2 &&
                                   text.find_first_not_of("0123456789") == std::string::npos;
            const bool is_letter = text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
            if (!text.empty() && !is_number && !is_letter) {
                return false;
            }
            numbers += text.empty() ? 0 : 1;
        }
        return numbers > 1;
    }
    bool is_total(std::size_t row) const {
        for (std::size_t column = 0; column < sheet_.columns(row); ++column) {
            const std::string text = fold(shown_text(sheet_.own(row, column)));
            if (text.empty()) {
                continue;
            }
            const std::string_view word = std::string_view(text).substr(0, text.find(':'));
            return word == "tong cong" || word == "tong so" || word == "tong" || word == "cong";
        }
        return false;
    }
    // One text over several columns: the name of a group of rows.
    bool is_group(std::size_t row) const {
        std::size_t filled = 0;
        bool is_wide = false;
        for (std::size_t column = 0; column < sheet_.columns(row); ++column) {
            if (!shown_text(sheet_.own(row, column)).empty()) {
                ++filled;
                is_wide = is_wide || covers_several(sheet_.merged_at(row, column));
            }
        }
        return filled == 1 && is_wide;
    }
    bool covers_several(const CellRange* range) const {
        if (range == nullptr) {
            return false;
        }
        return std::count_if(header_.columns.begin(), header_.columns.end(), [&](std::size_t at) {
                   return at != kNone && at >= range->first.column && at <= range->last.column;
               }) > 1;
    }
    void read_row(std::size_t row) {
        if (out_.rows.size() >= limits_.rows) {
            throw Error(ErrorCode::too_large, "office.table_too_many_rows");
        }
        TableRowRead read;
        read.number = row + 1;
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            CellReading cell = read_one(row, i);
            if (!cell.fault.empty()) {
                read.has_faults = true;
                add_fault(row, i, std::move(cell));
                read.values.emplace_back();
            } else {
                read.values.push_back(std::move(cell.value));
            }
        }
        out_.rows.push_back(std::move(read));
    }
    CellReading read_one(std::size_t row, std::size_t rule) const {
        const std::size_t column = header_.columns[rule];
        if (column == kNone) {
            return {};
        }
        if (sheet_.lacks_result(row, column)) {
            return {{}, "office.table_formula_without_result", {}};
        }
        if (covers_several(sheet_.merged_at(row, column))) {
            return {{}, "office.table_merged_across", {}};
        }
        CellReading out =
            read_cell(sheet_.shown(row, column), rules_[rule], sheet_.dates_from_1904());
        if (out.fault.empty() && rules_[rule].is_required &&
            std::holds_alternative<std::monostate>(out.value)) {
            out.fault = "office.table_value_missing";
        }
        return out;
    }
    void add_fault(std::size_t row, std::size_t rule, CellReading cell) {
        if (out_.faults.size() >= limits_.faults) {
            throw Error(ErrorCode::too_large, "office.table_too_many_faults");
        }
        cell.args.emplace_back("column", rules_[rule].heading);
        out_.faults.push_back({cell_name(row, header_.columns[rule]),
                               row + 1,
                               rules_[rule].key,
                               std::move(cell.fault),
                               std::move(cell.args)});
    }
    void note(std::string cell,
              std::size_t row,
              std::string key,
              std::vector<std::pair<std::string, std::string>> args) {
        out_.notes.push_back({std::move(cell), row + 1, "", std::move(key), std::move(args)});
    }

    const Sheet& sheet_;
    const std::vector<TableColumnRule>& rules_;
    Header header_;
    const TableLimits& limits_;
    ReadTable& out_;
};

}  // namespace

std::string column_letters(std::size_t column) {
    std::string out;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return out;
}

ReadTable read_table(const std::vector<ReadSheet>& sheets,
                     const std::vector<TableColumnRule>& rules,
                     const TableLimits& limits) {
    ReadTable out;
    Header best;
    const ReadSheet* chosen = nullptr;
    for (const ReadSheet& sheet : sheets) {
        if (sheet.is_hidden) {
            out.notes.push_back({"", 0, "", "office.table_hidden_sheet", {{"sheet", sheet.name}}});
            continue;
        }
        const Header header = find_header(Sheet(sheet), rules, limits);
        if (header.found > best.found) {
            if (chosen != nullptr) {
                out.notes.push_back(
                    {"", 0, "", "office.table_other_sheet", {{"sheet", chosen->name}}});
            }
            best = header;
            chosen = &sheet;
        } else if (header.found > 0) {
            out.notes.push_back({"", 0, "", "office.table_other_sheet", {{"sheet", sheet.name}}});
        }
    }
    if (chosen == nullptr) {
        out.faults.push_back({"", 0, "", "office.table_no_header", {}});
        return out;
    }
    out.sheet = chosen->name;
    out.header_row = best.row + 1;
    Reader(Sheet(*chosen), rules, best, limits, out).read();
    return out;
}

}  // namespace hoiquan::office
