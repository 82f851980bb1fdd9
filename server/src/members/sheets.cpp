#include "members/sheets.h"

#include <algorithm>
#include <utility>

#include "members/member_import.h"
#include "office/office.h"

namespace hoiquan::members {

namespace {

using office::Cell;
using office::ColumnKind;

const char* kind_name(Kind kind) {
    switch (kind) {
        case Kind::full:
            return "Chính thức";
        case Kind::associate:
            return "Liên kết";
        case Kind::honorary:
            break;
    }
    return "Danh dự";
}

Cell text_cell(const std::optional<std::string>& text) {
    return text ? Cell{*text} : Cell{};
}
/// A date known to the month or year is a text: a day would say more than is known.
Cell date_cell(const std::optional<PartialDate>& date) {
    if (!date) {
        return {};
    }
    return date->precision == DatePrecision::day ? Cell{date->date} : Cell{to_display(*date)};
}

std::string reason_name(const std::vector<LeftReason>& reasons, const std::string& code) {
    const auto found = std::find_if(
        reasons.begin(), reasons.end(), [&](const LeftReason& one) { return one.code == code; });
    return found == reasons.end() ? code : found->name;
}

std::vector<office::XlsxColumn> export_columns() {
    return {{"TT", 6, ColumnKind::integer},
            {"Họ và tên", 30, ColumnKind::text},
            {"Năm sinh", 10, ColumnKind::text},
            {"Loại hội viên", 15, ColumnKind::text},
            {"Chi hội", 25, ColumnKind::text},
            {"Ngày vào hội", 14, ColumnKind::date},
            {"Ngày ra hội", 14, ColumnKind::date},
            {"Lý do ra hội", 25, ColumnKind::text},
            {"Ba số cuối số định danh", 14, ColumnKind::text}};
}

std::vector<std::vector<Cell>> export_rows(const ExportedList& list) {
    std::vector<std::vector<Cell>> out;
    out.reserve(list.members.size());
    for (const auto& member : list.members) {
        out.push_back(
            {static_cast<std::int64_t>(out.size() + 1),
             member.full_name,
             member.birth_year ? Cell{std::to_string(*member.birth_year)} : Cell{},
             std::string(kind_name(member.kind)),
             text_cell(member.branch),
             date_cell(member.joined_on),
             date_cell(member.left_on),
             member.left_reason ? Cell{reason_name(list.reasons, *member.left_reason)} : Cell{},
             text_cell(member.identity_tail)});
    }
    return out;
}

std::string help_of(const office::TableColumnRule& rule) {
    switch (rule.kind) {
        case office::TableKind::year:
            return "Bốn chữ số, ví dụ 1954.";
        case office::TableKind::date:
            return "Ngày/tháng/năm, ví dụ 03/02/2001; chỉ nhớ tháng hoặc năm thì ghi 02/2001 hoặc "
                   "2001.";
        case office::TableKind::choice:
            return "Chọn trong danh sách.";
        case office::TableKind::digits:
            return "12 chữ số. Khi lưu, số này được mã hóa và chỉ hiện ba số cuối.";
        default:
            break;
    }
    return rule.is_required ? "Bắt buộc. Viết đầy đủ, có dấu."
                            : "Viết như tên trong danh bạ của hội.";
}

office::XlsxSheet guide(const std::vector<office::TableColumnRule>& rules) {
    office::XlsxSheet out;
    out.name = "Hướng dẫn";
    out.title = {"Cách điền danh sách hội viên",
                 "Giữ nguyên tên các cột; thứ tự cột và dòng tiêu đề đặt ở đâu cũng được. Cột ẩn, "
                 "dòng ẩn và trang ẩn không được đọc."};
    out.columns = {{"Tên cột", 25, ColumnKind::text},
                   {"Bắt buộc", 12, ColumnKind::text},
                   {"Cách ghi", 60, ColumnKind::text},
                   {"Giá trị được nhận", 60, ColumnKind::text}};
    for (const auto& rule : rules) {
        std::string choices;
        for (const auto& choice : rule.choices) {
            choices += (choices.empty() ? "" : "; ") + choice.labels.front();
        }
        out.rows.push_back(
            {rule.heading, std::string(rule.is_required ? "Có" : "Không"), help_of(rule), choices});
    }
    return out;
}

}  // namespace

std::string to_xlsx(const ExportedList& list) {
    office::XlsxSheet sheet;
    sheet.name = "Hội viên";
    sheet.title = {"Danh sách hội viên " + list.association,
                   "Tính đến ngày " + list.at.date_in_vietnam().dd_mm_yyyy()};
    sheet.columns = export_columns();
    sheet.rows = export_rows(list);
    return office::write_xlsx({sheet}, {"Danh sách hội viên", list.association, list.at});
}

std::string to_csv(const ExportedList& list) {
    std::vector<std::string> header;
    for (const auto& column : export_columns()) {
        header.push_back(column.header);
    }
    return office::write_csv(header, export_rows(list));
}

std::string import_template(const db::ReadTx& tx) {
    const auto rules = import_columns(tx);
    office::XlsxSheet sheet;
    sheet.name = "Hội viên";
    sheet.title = {"Danh sách hội viên",
                   "Điền từ dòng ngay dưới tiêu đề; cách ghi ở trang Hướng dẫn."};
    for (const auto& rule : rules) {
        office::XlsxColumn column;
        column.header = rule.heading + (rule.is_required ? " (*)" : "");
        column.width = rule.is_required ? 32 : 20;
        column.help = help_of(rule);
        for (const auto& choice : rule.choices) {
            column.choices.push_back(choice.labels.front());
        }
        sheet.columns.push_back(std::move(column));
    }
    return office::write_xlsx({sheet, guide(rules)}, {"Mẫu danh sách hội viên", "", tx.now()});
}

}  // namespace hoiquan::members
