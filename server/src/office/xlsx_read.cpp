#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "office/office.h"
#include "office/sax.h"
#include "office/xlsx_parts.h"
#include "office/zip.h"

namespace hoiquan::office {

namespace {

// 9999-12-31 as Excel counts it; larger numbers are not days.
constexpr double kLastSerial = 2'958'465;
const Date kFirstOf1904(std::chrono::sys_days(std::chrono::year(1904) / 1 / 1));
const Date kDayZero(std::chrono::sys_days(std::chrono::year(1899) / 12 / 30));
constexpr double kMaxExactInteger = 9'007'199'254'740'992.0;

[[noreturn]] void broken(const char* what) {
    throw Error(ErrorCode::invalid, kXlsxKeys.broken).with_detail(what);
}
[[noreturn]] void too_large(const char* what) {
    throw Error(ErrorCode::too_large, kXlsxKeys.too_large).with_detail(what);
}

std::size_t size_of(std::string_view text) {
    std::size_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        broken("number");
    }
    return value;
}

bool is_set(std::optional<std::string_view> flag) {
    return flag == "1" || flag == "true";
}

// "AB12" gives 27. Nothing when there are no letters in front.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > 100'000) {
            break;
        }
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    return column == 0 ? std::nullopt : std::optional<std::size_t>(column - 1);
}

// "AB12"; nothing when it is no place.
std::optional<CellPlace> place_of(std::string_view reference) {
    const std::optional<std::size_t> column = column_of(reference);
    const std::size_t digits = std::min(reference.find_first_of("0123456789"), reference.size());
    std::size_t row = 0;
    const auto result =
        std::from_chars(reference.data() + digits, reference.data() + reference.size(), row);
    if (!column || row == 0 || result.ec != std::errc()) {
        return std::nullopt;
    }
    return CellPlace{row - 1, *column};
}

Cell date_cell(double serial, bool from_1904) {
    const double whole = std::floor(serial);
    if (whole < 0 || whole > kLastSerial) {
        return serial;
    }
    const int days = static_cast<int>(whole);
    if (from_1904) {
        return kFirstOf1904.plus_days(days);
    }
    // Days 1 to 59 stand before the 29/02/1900 that only spreadsheets know.
    return kDayZero.plus_days(days < 60 ? days + 1 : days);
}

Cell number_cell(std::string_view text, bool is_date, bool from_1904) {
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::string(text);
    }
    if (is_date) {
        return date_cell(value, from_1904);
    }
    if (value == std::floor(value) && std::abs(value) <= kMaxExactInteger) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

// Counts over all sheets. A small file can name one long shared string a million times, or a cell
// at the far end of an empty sheet.
class Budget {
public:
    explicit Budget(const XlsxLimits& limits) : limits_(limits) {}
    void spend_cells(std::size_t count) {
        cells_ += count;
        if (cells_ > limits_.cells) {
            too_large("cells");
        }
    }
    void spend_text(std::size_t bytes) {
        text_bytes_ += bytes;
        if (text_bytes_ > limits_.text_bytes) {
            too_large("text");
        }
    }

private:
    const XlsxLimits& limits_;
    std::size_t cells_ = 0;
    std::size_t text_bytes_ = 0;
};

class SheetHandler : public SaxHandler {
public:
    SheetHandler(const Workbook& workbook, const XlsxLimits& limits, Budget& budget)
        : workbook_(workbook), limits_(limits), budget_(budget) {}
    std::vector<std::vector<Cell>> rows;
    std::vector<std::size_t> hidden_rows;
    std::vector<std::size_t> hidden_columns;
    std::vector<CellRange> merged;
    std::vector<CellPlace> without_result;

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "row") {
            start_row(attributes);
        } else if (name == "c") {
            start_cell(attributes);
        } else if (name == "f") {
            has_formula_ = in_cell_;
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "mergeCell" || name == "col") {
            start_shape(name, attributes);
        } else if (name == "v" || (name == "t" && !phonetic_)) {
            collecting_ = in_cell_;
        }
    }
    void text(std::string_view piece) override {
        if (!collecting_) {
            return;
        }
        if (value_.size() + piece.size() > limits_.cell_bytes) {
            too_large("cell");
        }
        value_ += piece;
    }
    void end(std::string_view name) override {
        if (name == "v" || name == "t") {
            collecting_ = false;
        } else if (name == "rPh") {
            phonetic_ = false;
        } else if (name == "c") {
            end_cell();
        }
    }

private:
    void start_row(const Attributes& attributes) {
        const std::optional<std::string_view> number = attributes.find("r");
        const std::size_t wanted = number ? size_of(*number) : rows.size() + 1;
        if (wanted > limits_.rows) {
            too_large("rows");
        }
        if (wanted <= rows.size()) {
            broken("rows out of order");
        }
        budget_.spend_cells(wanted - rows.size());
        rows.resize(wanted);
        if (is_set(attributes.find("hidden"))) {
            hidden_rows.push_back(wanted - 1);
        }
    }
    void start_shape(std::string_view name, const Attributes& attributes) {
        if (name == "mergeCell") {
            start_merged(attributes.find("ref").value_or(""));
        } else if (is_set(attributes.find("hidden"))) {
            const std::size_t last =
                std::min(size_of(attributes.find("max").value_or("0")), limits_.columns);
            for (std::size_t i = size_of(attributes.find("min").value_or("1")); i <= last; ++i) {
                hidden_columns.push_back(i - (i == 0 ? 0 : 1));
            }
        }
    }
    void start_merged(std::string_view reference) {
        const std::size_t colon = std::min(reference.find(':'), reference.size());
        const std::optional<CellPlace> first = place_of(reference.substr(0, colon));
        const std::optional<CellPlace> last =
            place_of(reference.substr(std::min(colon + 1, reference.size())));
        if (!first || !last || last->row < first->row || last->column < first->column) {
            return;
        }
        if (merged.size() >= limits_.merged) {
            too_large("merged cells");
        }
        merged.push_back({*first, *last});
    }
    void start_cell(const Attributes& attributes) {
        if (rows.empty()) {
            broken("cell outside a row");
        }
        const std::size_t next = rows.back().size();
        column_ = column_of(attributes.find("r").value_or("")).value_or(next);
        if (column_ >= limits_.columns) {
            too_large("columns");
        }
        type_ = attributes.find("t").value_or("n");
        style_ = size_of(attributes.find("s").value_or("0"));
        value_.clear();
        in_cell_ = true;
        has_formula_ = false;
    }
    void end_cell() {
        in_cell_ = false;
        std::vector<Cell>& row = rows.back();
        Cell cell = finished_cell();
        if (std::holds_alternative<std::monostate>(cell)) {
            if (has_formula_ && type_ != "str") {
                budget_.spend_cells(1);
                without_result.push_back({rows.size() - 1, column_});
            }
            return;
        }
        if (column_ >= row.size()) {
            budget_.spend_cells(column_ + 1 - row.size());
            row.resize(column_ + 1);
        }
        if (const auto* text = std::get_if<std::string>(&cell)) {
            budget_.spend_text(text->size());
        }
        row[column_] = std::move(cell);
    }
    Cell finished_cell() const {
        if (value_.empty()) {
            return {};
        }
        if (type_ == "inlineStr" || type_ == "str") {
            return unescaped(value_);
        }
        if (type_ == "s") {
            return shared_string();
        }
        if (type_ == "b") {
            return std::int64_t{value_ == "1" ? 1 : 0};
        }
        if (type_ == "d") {
            const std::optional<Date> date =
                Date::parse_iso(std::string_view(value_).substr(0, 10));
            return date ? Cell{*date} : Cell{value_};
        }
        return type_ == "e" ? Cell{value_} : number();
    }
    Cell shared_string() const {
        const std::size_t index = size_of(value_);
        if (index >= workbook_.strings.size()) {
            broken("shared string");
        }
        return workbook_.strings[index];
    }
    Cell number() const {
        const bool is_date = style_ < workbook_.date_styles.size() && workbook_.date_styles[style_];
        return number_cell(value_, is_date, workbook_.dates_from_1904);
    }

    const Workbook& workbook_;
    const XlsxLimits& limits_;
    Budget& budget_;
    std::string type_;
    std::string value_;
    std::size_t column_ = 0;
    std::size_t style_ = 0;
    bool in_cell_ = false;
    bool collecting_ = false;
    bool phonetic_ = false;
    bool has_formula_ = false;
};

}  // namespace

std::vector<ReadSheet> read_xlsx(std::string_view bytes, const XlsxLimits& limits) {
    if (bytes.size() > limits.file_bytes) {
        too_large("file");
    }
    const ZipReader zip(bytes, {limits.sheet_bytes, limits.ratio}, kXlsxKeys);
    const Workbook workbook = read_workbook(zip, limits);
    std::vector<ReadSheet> sheets;
    Budget budget(limits);
    for (const SheetPart& part : workbook.sheets) {
        SheetHandler handler(workbook, limits, budget);
        parse_part(zip, part.part, handler, kXlsxKeys.broken);
        ReadSheet sheet;
        sheet.name = part.name;
        sheet.rows = std::move(handler.rows);
        sheet.is_hidden = part.is_hidden;
        sheet.hidden_rows = std::move(handler.hidden_rows);
        sheet.hidden_columns = std::move(handler.hidden_columns);
        sheet.merged = std::move(handler.merged);
        sheet.without_result = std::move(handler.without_result);
        sheet.dates_from_1904 = workbook.dates_from_1904;
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace hoiquan::office
