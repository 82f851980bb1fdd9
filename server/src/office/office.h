#pragma once

// Office files: DOCX in the official layouts, XLSX and CSV. Bytes in, bytes out; no files, no
// clock. The same input always gives the same bytes.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/dates.h"

namespace hoiquan::office {

// ---- DOCX ---------------------------------------------------------------------------------------

/// party: the layout of Party papers (Guidance 05-HD/VPTW); state: Decree 30/2020/NĐ-CP.
enum class DocxLayout { party, state };
enum class Alignment { left, centre, right, justified };

struct Span {
    std::string text = {};
    bool bold = false;
    bool italic = false;
    bool underlined = false;
};

/// `label` ("I-", "1.", "a)") and `text` stand on one line. Level 1 and 2 are bold, 3 is bold
/// italic.
struct Heading {
    int level = 1;
    std::string label = {};
    std::string text = {};
};

struct Paragraph {
    std::vector<Span> spans = {};
    Alignment alignment = Alignment::justified;
    double first_line_indent_mm = 10;
};
/// A body paragraph of one plain span.
Paragraph paragraph(std::string text);

struct TableColumn {
    std::string header = {};
    /// Only the proportions matter: a table always fills the width between the margins.
    double width_mm = 20;
    Alignment alignment = Alignment::left;  ///< Right for numbers.
};
struct TableRow {
    std::vector<std::string> cells = {};  ///< Missing cells at the end stay empty.
    bool bold = false;                    ///< For a row of totals or of a group.
};
struct Table {
    std::string caption = {};  ///< Above the table, bold, centred; may be empty.
    std::string unit = {};     ///< "Đơn vị tính: nhiệm vụ"; above the table on the right.
    std::vector<TableColumn> columns = {};
    std::vector<TableRow> rows = {};
    double font_size_pt = 12;
};

using Block = std::variant<Heading, Paragraph, Table>;

/// Starts a page of its own after the signature; wide tables want landscape.
struct Annex {
    std::string title = {};    ///< "PHỤ LỤC 1"
    std::string subject = {};  ///< Lines are kept.
    bool landscape = false;
    std::vector<Block> body = {};
};

struct Signature {
    std::string authority = {};  ///< "T/M BAN THƯỜNG VỤ"; bold. May be empty.
    std::string post = {};       ///< "BÍ THƯ"
    std::string name = {};       ///< May be empty; the space for the signature stays.
};

struct DocxDocument {
    DocxLayout layout = DocxLayout::party;
    std::string upper_organisation = {};  ///< "ĐẢNG BỘ TỈNH …"; may be empty. Lines are kept.
    std::string issuer = {};              ///< "THÀNH ỦY …"; bold. Lines are kept.
    /// As printed: "Số 05-BC/TU", "Số      -BC/TU" when the number is still to be given.
    std::string number = {};
    std::string letter_subject = {};  ///< Official letters only: "V/v …", under the number.
    std::string place_and_date = {};  ///< See place_and_date().
    std::string type = {};            ///< "BÁO CÁO"; empty in an official letter.
    std::string subject = {};         ///< Under the type, bold. Lines are kept.
    /// "Kính gửi: …", one addressee; several give a list under "Kính gửi:".
    std::string addressee_label = "Kính gửi:";
    std::vector<std::string> addressees = {};
    std::vector<Block> body = {};
    std::optional<Signature> signature = {};
    /// Without dash and stop: the writer prints "- …," and ends the last with ".".
    std::vector<std::string> recipients = {};
    std::vector<Annex> annexes = {};
    double line_spacing_pt = 18;  ///< Exact; 18 to 20 are in use.

    // Core properties.
    std::string author = {};
    Instant created = {};
};

/// "Đông Hà, ngày 05 tháng 02 năm 2026": a zero before days under 10 and months 1 and 2 only. What
/// is not known is left blank for the pen.
std::string place_and_date(std::string_view place, const std::optional<PartialDate>& date);

std::string write_docx(const DocxDocument& document);

/// The text of a DOCX: a paragraph a line, a table row a line with tabs between cells. Throws
/// `invalid` ("office.docx_broken") or `too_large` ("office.docx_too_large").
std::string docx_text(std::string_view bytes);

// ---- XLSX ---------------------------------------------------------------------------------------

/// percent: a double as a fraction, 0.5 is shown as 50,0 %.
enum class ColumnKind { text, integer, decimal, percent, date };

using Cell = std::variant<std::monostate, std::string, std::int64_t, double, Date>;

struct XlsxColumn {
    std::string header = {};
    double width = 15;  ///< In characters.
    ColumnKind kind = ColumnKind::text;
    std::string help = {};  ///< Shown by the spreadsheet when a cell of the column is chosen.
    /// What a cell may hold, offered as a list; up to 255 characters with their commas.
    std::vector<std::string> choices = {};
};

struct XlsxSheet {
    std::string name = {};  ///< Forbidden characters are replaced, 31 characters are kept.
    std::vector<std::string> title = {};  ///< Lines above the table, the first one large.
    std::vector<XlsxColumn> columns = {};
    std::vector<std::vector<Cell>> rows = {};
    std::vector<Cell> totals = {};  ///< A last bold row; may be empty.
};

/// The core properties of a workbook.
struct XlsxProperties {
    std::string title = {};
    std::string author = {};
    Instant created = {};
};

/// Text is never taken for a formula. Throws `too_large` ("office.xlsx_too_large") for a text over
/// 32,767 characters or a sheet over 1,048,576 rows.
std::string write_xlsx(const std::vector<XlsxSheet>& sheets, const XlsxProperties& properties = {});

struct XlsxLimits {
    std::size_t file_bytes = 32u << 20;
    std::size_t sheet_bytes = 512u << 20;  ///< Uncompressed, each part of the package.
    std::size_t ratio = 200;               ///< Uncompressed to compressed, each part over 1 MiB.
    std::size_t sheets = 64;
    std::size_t rows = 1'048'576;
    std::size_t columns = 512;
    std::size_t cell_bytes = 131'072;
    std::size_t cells = 5'000'000;  ///< Of the whole workbook, empty ones before a filled one too.
    std::size_t text_bytes = 256u << 20;  ///< Of the whole workbook, as read.
    std::size_t merged = 20'000;          ///< Of a sheet.
};

/// A place on a sheet, counted from 0.
struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
    friend bool operator==(const CellPlace&, const CellPlace&) = default;
    friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};
/// Cells merged into one; the value stands in `first` alone.
struct CellRange {
    CellPlace first;
    CellPlace last;  ///< Inclusive.
};

/// The shape of the rows is kept: an empty row is an empty vector.
struct ReadSheet {
    std::string name = {};
    std::vector<std::vector<Cell>> rows = {};
    bool is_hidden = false;
    std::vector<std::size_t> hidden_rows = {};     ///< Rising; those hidden by a filter too.
    std::vector<std::size_t> hidden_columns = {};  ///< Below the limit of columns.
    std::vector<CellRange> merged = {};
    /// Formulas that were saved without a result, so that their cells seem empty.
    std::vector<CellPlace> without_result = {};
    bool dates_from_1904 = false;  ///< For numbers that stand for days without saying so.
};

/// Values as stored; formulas give their last result. Throws `invalid` ("office.xlsx_broken") or
/// `too_large` ("office.xlsx_too_large").
std::vector<ReadSheet> read_xlsx(std::string_view bytes, const XlsxLimits& limits = {});

// ---- CSV ----------------------------------------------------------------------------------------

struct CsvFormat {
    char separator = ',';
    char decimal_point = '.';
};

/// UTF-8 with a byte order mark, lines end in CR LF. Fields that hold either usual separator are
/// quoted; text that a spreadsheet would run as a formula gets an apostrophe in front.
std::string write_csv(const std::vector<std::string>& header,
                      const std::vector<std::vector<Cell>>& rows,
                      const CsvFormat& format = {});

}  // namespace hoiquan::office

#include "office/table_read.h"  // IWYU pragma: export
