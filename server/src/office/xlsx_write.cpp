#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <memory>
#include <set>
#include <utility>

#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/error.h"
#include "base/text.h"
#include "office/office.h"
#include "office/xlsx_parts.h"
#include "office/xml.h"

namespace hoiquan::office {

namespace {

constexpr std::size_t kMaxRows = LXW_ROW_MAX;
constexpr std::size_t kMaxSheetName = 31;
constexpr std::int64_t kMaxExactInteger = std::int64_t{1} << 53;
constexpr std::int64_t kSecondsTo1980 = 315'532'800;
constexpr std::uint8_t kPaperA4 = 9;
constexpr lxw_row_t kHelpedRows = 50'000;  ///< Below the header.
constexpr double kMarginInches = 0.6;
constexpr lxw_color_t kHeaderGrey = 0xE7E6E6;

[[noreturn]] void fail(const char* what) {
    throw Error(ErrorCode::unavailable, "office.package_failed").with_detail(what);
}

void check(lxw_error code) {
    if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED ||
        code == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE) {
        throw Error(ErrorCode::too_large, "office.xlsx_too_large").with_detail(lxw_strerror(code));
    }
    if (code != LXW_NO_ERROR) {
        fail(lxw_strerror(code));
    }
}

// libxlsxwriter of this version writes to a file name only. An anonymous file in memory has one,
// and no place in any folder.
class MemoryFile {
public:
    MemoryFile() : descriptor_(memfd_create("hoiquan-xlsx", MFD_CLOEXEC)) {
        if (descriptor_ < 0) {
            fail("memfd_create");
        }
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

    std::string content() const {
        const off_t size = ::lseek(descriptor_, 0, SEEK_END);
        if (size < 0) {
            fail("lseek");
        }
        std::string bytes(static_cast<std::size_t>(size), '\0');
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t got = ::pread(
                descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
            if (got <= 0) {
                fail("pread");
            }
            done += static_cast<std::size_t>(got);
        }
        return bytes;
    }

private:
    int descriptor_;
};

// The formats of one workbook; it owns them.
class Formats {
public:
    static constexpr std::size_t kKinds = 5;
    using Row = std::array<lxw_format*, kKinds>;  ///< One for each kind of column.

    explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {
        title_ = add();
        format_set_bold(title_);
        format_set_font_size(title_, 14);
        subtitle_ = add();
        format_set_italic(subtitle_);
        header_ = add();
        format_set_bold(header_);
        format_set_text_wrap(header_);
        format_set_align(header_, LXW_ALIGN_CENTER);
        format_set_align(header_, LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(header_, LXW_BORDER_THIN);
        format_set_bg_color(header_, kHeaderGrey);
        for (std::size_t i = 0; i < kKinds; ++i) {
            cells_[i] = add_cell(static_cast<ColumnKind>(i), false);
            totals_[i] = add_cell(static_cast<ColumnKind>(i), true);
        }
    }
    lxw_format* title() const { return title_; }
    lxw_format* subtitle() const { return subtitle_; }
    lxw_format* header() const { return header_; }
    const Row& cells() const { return cells_; }
    const Row& totals() const { return totals_; }

private:
    lxw_format* add() {
        lxw_format* format = workbook_add_format(workbook_);
        if (format == nullptr) {
            fail("workbook_add_format");
        }
        format_set_font_name(format, "Times New Roman");
        format_set_font_size(format, 12);
        return format;
    }
    lxw_format* add_cell(ColumnKind kind, bool total) {
        lxw_format* format = add();
        format_set_border(format, LXW_BORDER_THIN);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (total) {
            format_set_bold(format);
        }
        switch (kind) {
            case ColumnKind::text:
                format_set_text_wrap(format);
                break;
            case ColumnKind::integer:
                format_set_num_format(format, "#,##0");
                break;
            case ColumnKind::decimal:
                format_set_num_format(format, "#,##0.00");
                break;
            case ColumnKind::percent:
                format_set_num_format(format, "0.0%");
                break;
            case ColumnKind::date:
                format_set_num_format(format, "dd/mm/yyyy");
                format_set_align(format, LXW_ALIGN_CENTER);
                break;
        }
        return format;
    }

    lxw_workbook* workbook_;
    lxw_format* title_ = nullptr;
    lxw_format* subtitle_ = nullptr;
    lxw_format* header_ = nullptr;
    Row cells_{};
    Row totals_{};
};

// The day number of the 1900 system, which counts a 29/02/1900 that never was.
std::optional<double> serial_of(const Date& date) {
    const Date first(std::chrono::sys_days(std::chrono::year(1900) / 3 / 1));
    if (date < first) {
        return std::nullopt;
    }
    return 61 + days_between(first, date);
}

struct Place {
    lxw_worksheet* sheet;
    lxw_row_t row;
    lxw_col_t column;
    lxw_format* format;
};

// Spreadsheets read "_x0041_" as "A"; the underscore itself has to be written that way.
std::string escaped(std::string text) {
    for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (unescaped(std::string_view(text).substr(at, 7)).size() < 7) {
            text.insert(at, "_x005F");
            at += 6;
        }
    }
    return text;
}

void write_text(const Place& at, std::string_view text) {
    const std::string clean = escaped(xml_text(text));
    check(worksheet_write_string(at.sheet, at.row, at.column, clean.c_str(), at.format));
}

void write_cell(const Place& at, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        write_text(at, *text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        if (*integer > kMaxExactInteger || *integer < -kMaxExactInteger) {
            write_text(at, std::to_string(*integer));
            return;
        }
        check(worksheet_write_number(
            at.sheet, at.row, at.column, static_cast<double>(*integer), at.format));
    } else if (const auto* number = std::get_if<double>(&cell);
               number != nullptr && std::isfinite(*number)) {
        check(worksheet_write_number(at.sheet, at.row, at.column, *number, at.format));
    } else if (const auto* date = std::get_if<Date>(&cell)) {
        const std::optional<double> serial = serial_of(*date);
        if (!serial) {
            write_text(at, date->dd_mm_yyyy());
            return;
        }
        check(worksheet_write_number(at.sheet, at.row, at.column, *serial, at.format));
    } else {
        check(worksheet_write_blank(at.sheet, at.row, at.column, at.format));
    }
}

void write_row(lxw_worksheet* sheet,
               lxw_row_t row,
               const std::vector<Cell>& cells,
               const XlsxSheet& shape,
               const Formats::Row& formats) {
    for (std::size_t i = 0; i < shape.columns.size(); ++i) {
        lxw_format* format = formats[static_cast<std::size_t>(shape.columns[i].kind)];
        write_cell({sheet, row, static_cast<lxw_col_t>(i), format},
                   i < cells.size() ? cells[i] : Cell{});
    }
}

// The spreadsheet shows the help and offers the choices; it may still be overruled, so who reads
// the table checks again.
void add_help(lxw_worksheet* sheet, const XlsxColumn& column, lxw_row_t first, lxw_col_t at) {
    if (column.help.empty() && column.choices.empty()) {
        return;
    }
    std::string help = xml_text(column.help);
    std::vector<std::string> texts;
    texts.reserve(column.choices.size());
    for (const std::string& choice : column.choices) {
        texts.push_back(xml_text(choice));
    }
    std::vector<char*> list;
    list.reserve(texts.size() + 1);
    for (std::string& text : texts) {
        list.push_back(text.data());
    }
    list.push_back(nullptr);
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_ANY;
    if (!texts.empty()) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    }
    if (!help.empty()) {
        rule.input_message = help.data();
    }
    check(worksheet_data_validation_range(sheet, first, at, first + kHelpedRows, at, &rule));
}

void set_up_page(lxw_worksheet* sheet, lxw_row_t header_row) {
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kPaperA4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, kMarginInches, kMarginInches, kMarginInches, kMarginInches);
    check(worksheet_repeat_rows(sheet, header_row, header_row));
    check(worksheet_set_footer(sheet, "&C&\"Times New Roman\"&P/&N"));
}

void write_sheet(lxw_worksheet* sheet, const XlsxSheet& content, const Formats& formats) {
    const std::size_t rows = content.title.size() + content.rows.size() + 3;
    if (rows > kMaxRows || content.columns.size() > LXW_COL_MAX) {
        throw Error(ErrorCode::too_large, "office.xlsx_too_large").with_detail("sheet");
    }
    const auto last_column =
        static_cast<lxw_col_t>(std::max<std::size_t>(content.columns.size(), 1) - 1);
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        check(worksheet_set_column(sheet, column, column, content.columns[i].width, nullptr));
    }
    lxw_row_t row = 0;
    for (const std::string& line : content.title) {
        write_text({sheet, row, 0, row == 0 ? formats.title() : formats.subtitle()}, line);
        ++row;
    }
    row += content.title.empty() ? 0 : 1;
    const lxw_row_t header_row = row;
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
        write_text({sheet, row, static_cast<lxw_col_t>(i), formats.header()},
                   content.columns[i].header);
    }
    for (const std::vector<Cell>& cells : content.rows) {
        write_row(sheet, ++row, cells, content, formats.cells());
    }
    if (!content.columns.empty()) {
        check(worksheet_autofilter(sheet, header_row, 0, row, last_column));
    }
    if (!content.totals.empty()) {
        write_row(sheet, ++row, content.totals, content, formats.totals());
    }
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
        add_help(sheet, content.columns[i], header_row + 1, static_cast<lxw_col_t>(i));
    }
    worksheet_freeze_panes(sheet, header_row + 1, 0);
    set_up_page(sheet, header_row);
}

// A name that Excel takes: no forbidden characters, at most 31, no two alike in any case.
std::string sheet_name(std::string_view wanted, std::set<std::string>& taken) {
    std::u32string name;
    for (const char32_t c : to_code_points(xml_text(wanted))) {
        const bool forbidden =
            std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos;
        name += forbidden || c < 0x20 ? U'-' : c;
    }
    if (name.empty()) {
        name = U"Bảng";
    }
    std::u32string candidate = name.substr(0, kMaxSheetName);
    for (int n = 2; !taken.insert(to_lower(to_utf8(candidate))).second; ++n) {
        const std::u32string suffix = to_code_points("(" + std::to_string(n) + ")");
        candidate = name.substr(0, kMaxSheetName - suffix.size()) + suffix;
    }
    return to_utf8(candidate);
}

// Without a moment the library would ask the clock, and the bytes would change from run to run.
void set_properties(lxw_workbook* workbook, const XlsxProperties& properties) {
    std::string title = xml_text(properties.title);
    std::string author = xml_text(properties.author);
    lxw_doc_properties given{};
    given.title = title.data();
    given.author = author.data();
    given.created = properties.created == Instant{}
                        ? kSecondsTo1980
                        : properties.created.unix_microseconds() / 1'000'000;
    check(workbook_set_properties(workbook, &given));
}

struct WorkbookFreer {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

}  // namespace

std::string write_xlsx(const std::vector<XlsxSheet>& sheets, const XlsxProperties& properties) {
    const MemoryFile file;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    std::unique_ptr<lxw_workbook, WorkbookFreer> workbook(
        workbook_new_opt(file.name().c_str(), &options));
    if (workbook == nullptr) {
        fail("workbook_new_opt");
    }
    set_properties(workbook.get(), properties);
    const Formats formats(workbook.get());
    std::set<std::string> taken;
    for (const XlsxSheet& content : sheets) {
        const std::string name = sheet_name(content.name, taken);
        lxw_worksheet* sheet = workbook_add_worksheet(workbook.get(), name.c_str());
        if (sheet == nullptr) {
            fail("workbook_add_worksheet");
        }
        write_sheet(sheet, content, formats);
    }
    check(workbook_close(workbook.release()));
    return file.content();
}

}  // namespace hoiquan::office
