#include "reports/render.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "reports/words.h"

namespace hoiquan::reports {

namespace {

using office::Alignment;
using office::Block;
using office::Cell;
using office::ColumnKind;

std::int64_t value_of(const std::vector<Figure>& figures, std::string_view key) {
    const auto found = std::find_if(
        figures.begin(), figures.end(), [&](const Figure& figure) { return figure.key == key; });
    return found == figures.end() ? 0 : found->value;
}

std::int64_t done_of(const std::vector<Figure>& figures) {
    return value_of(figures, "done_on_time") + value_of(figures, "done_late") +
           value_of(figures, "done_unassessed");
}

std::string name_of(const std::optional<organisations::OrganisationRef>& body) {
    return body ? body->name : "Chưa có cơ quan chủ trì";
}

constexpr std::array<std::pair<const char*, const char*>, 8> kOpenParts{{
    {"overdue", "quá hạn"},
    {"due_soon", "sắp đến hạn"},
    {"in_progress", "còn trong hạn"},
    {"awaiting_acceptance", "chờ nghiệm thu"},
    {"standing", "thường xuyên"},
    {"awaiting_decision", "chờ điều kiện"},
    {"unassigned", "chờ giao"},
    {"no_due_date", "chưa có thời hạn"},
}};

/// "3 việc sắp đến hạn; 2 việc chờ nghiệm thu": only what there is.
std::string open_parts(const Progress& progress) {
    std::string out;
    for (const auto& [key, words] : kOpenParts) {
        if (const auto n = value_of(progress.totals, key); n > 0) {
            out += (out.empty() ? "" : "; ") + grouped(n) + " việc " + words;
        }
    }
    return out;
}

std::vector<Block> overview(const Progress& progress) {
    const auto total = value_of(progress.totals, "total");
    const auto points = std::count_if(progress.tasks.begin(),
                                      progress.tasks.end(),
                                      [](const tasks::Task& task) { return !task.parent; });
    std::string text = "Tính đến ngày " + progress.as_of.dd_mm_yyyy() + ", thực hiện " +
                       citation_of(progress.document) + ", " + grouped(points) +
                       " nhiệm vụ trong văn bản được giao thành " + grouped(total) +
                       " việc cho các cơ quan, đơn vị. ";
    text += "Đã hoàn thành " + grouped(done_of(progress.totals)) + "/" + grouped(total) + " việc";
    const auto open = open_parts(progress);
    text += open.empty() ? "." : "; chưa hoàn thành: " + open + ".";
    std::string rate = progress.on_time.denominator == 0
                           ? "Chưa có việc nào đến hạn nên chưa tính tỷ lệ hoàn thành đúng hạn."
                           : "Tỷ lệ hoàn thành đúng hạn: " + percent_of(progress.on_time) + " (" +
                                 grouped(progress.on_time.numerator) + "/" +
                                 grouped(progress.on_time.denominator) + " việc đã đến hạn).";
    return {office::Heading{1, "I-", "TÌNH HÌNH CHUNG"},
            office::paragraph(text),
            office::paragraph(rate)};
}

office::Table body_table(const Progress& progress) {
    office::Table table;
    table.unit = "Đơn vị tính: việc";
    table.columns = {{"STT", 14, Alignment::centre},
                     {"Cơ quan, đơn vị chủ trì", 58, Alignment::left},
                     {"Tổng số", 16, Alignment::right},
                     {"Đã hoàn thành", 20, Alignment::right},
                     {"Chờ nghiệm thu", 20, Alignment::right},
                     {"Quá hạn", 16, Alignment::right},
                     {"Còn lại", 16, Alignment::right}};
    const auto cells =
        [](const std::string& number, const std::string& name, const std::vector<Figure>& figures) {
            const auto total = value_of(figures, "total");
            const auto done = done_of(figures);
            const auto waiting = value_of(figures, "awaiting_acceptance");
            const auto overdue = value_of(figures, "overdue");
            return std::vector<std::string>{number,
                                            name,
                                            grouped(total),
                                            grouped(done),
                                            grouped(waiting),
                                            grouped(overdue),
                                            grouped(total - done - waiting - overdue)};
        };
    int number = 0;
    for (const auto& row : progress.by_organisation) {
        table.rows.push_back(
            {cells(std::to_string(++number), name_of(row.organisation), row.figures), false});
    }
    table.rows.push_back({cells("", "Cộng", progress.totals), true});
    return table;
}

std::string state_of(const tasks::Task& task) {
    std::string out(label_of(tasks::to_string(task.status)));
    if (task.days_late > 0) {
        out += " (" + std::to_string(task.days_late) + " ngày)";
    }
    if (task.is_returned) {
        out += "; trả lại";
    }
    return out;
}

office::Table task_table(const Progress& progress) {
    office::Table table;
    table.columns = {{"Mục", 14, Alignment::left},
                     {"Nhiệm vụ", 60, Alignment::left},
                     {"Chủ trì", 38, Alignment::left},
                     {"Thời hạn", 28, Alignment::centre},
                     {"Tình trạng", 30, Alignment::left}};
    for (const auto& task : progress.tasks) {
        const std::string lead = task.is_parent
                                     ? "Nhiều cơ quan (" + grouped(task.child_count) + ")"
                                     : name_of(task.lead);
        table.rows.push_back({{task.parent ? "" : task.section,
                               task.parent ? "" : task.title,
                               lead,
                               deadline_of(task),
                               state_of(task)},
                              task.is_parent});
    }
    return table;
}

/// "- Hội …: Báo cáo kết quả (mục II.2; hạn 10/03/2026; chậm 6 ngày)."
std::string attention_line(const tasks::Task& task) {
    std::string title = task.title;
    while (!title.empty() && (title.back() == '.' || title.back() == ';' || title.back() == ' ')) {
        title.pop_back();
    }
    std::string facts = task.section.empty() ? "" : "mục " + task.section;
    if (task.due_date) {
        facts += (facts.empty() ? "hạn " : "; hạn ") + task.due_date->dd_mm_yyyy();
    }
    if (task.days_late > 0) {
        facts += "; chậm " + std::to_string(task.days_late) + " ngày";
    }
    return "- " + name_of(task.lead) + ": " + title + (facts.empty() ? "" : " (" + facts + ")") +
           ".";
}

void add_attention(const Progress& progress,
                   tasks::Status status,
                   const office::Heading& heading,
                   std::vector<Block>& blocks) {
    blocks.emplace_back(heading);
    bool any = false;
    for (const auto& task : progress.tasks) {
        if (!task.is_parent && task.status == status) {
            any = true;
            blocks.emplace_back(office::paragraph(attention_line(task)));
        }
    }
    if (!any) {
        blocks.emplace_back(office::paragraph("Không có."));
    }
}

std::vector<Block> body_of(const Progress& progress) {
    auto blocks = overview(progress);
    blocks.emplace_back(office::Heading{1, "II-", "KẾT QUẢ THEO CƠ QUAN, ĐƠN VỊ"});
    blocks.emplace_back(body_table(progress));
    blocks.emplace_back(office::Heading{1, "III-", "CHI TIẾT TỪNG NHIỆM VỤ"});
    blocks.emplace_back(task_table(progress));
    blocks.emplace_back(office::Heading{1, "IV-", "VIỆC CẦN TẬP TRUNG"});
    add_attention(progress, tasks::Status::overdue, {2, "1.", "Việc quá hạn"}, blocks);
    add_attention(
        progress, tasks::Status::awaiting_acceptance, {2, "2.", "Việc chờ nghiệm thu"}, blocks);
    add_attention(progress, tasks::Status::no_due_date, {2, "3.", "Việc chưa có thời hạn"}, blocks);
    add_attention(
        progress, tasks::Status::unassigned, {2, "4.", "Việc chưa có cơ quan chủ trì"}, blocks);
    return blocks;
}

office::XlsxSheet totals_sheet(const Progress& progress) {
    office::XlsxSheet sheet;
    sheet.name = "Tổng hợp";
    sheet.title = {"Tiến độ thực hiện " + citation_of(progress.document),
                   "Tính đến ngày " + progress.as_of.dd_mm_yyyy()};
    sheet.columns = {{"Tình trạng", 40, ColumnKind::text}, {"Số việc", 14, ColumnKind::integer}};
    for (const auto& figure : progress.totals) {
        if (figure.key == "total") {
            sheet.totals = {std::string(label_of(figure.key)), figure.value};
        } else {
            sheet.rows.push_back({std::string(label_of(figure.key)), figure.value});
        }
    }
    return sheet;
}

office::XlsxSheet bodies_sheet(const Progress& progress) {
    office::XlsxSheet sheet;
    sheet.name = "Theo cơ quan";
    sheet.title = {"Kết quả theo cơ quan, đơn vị chủ trì",
                   "Tính đến ngày " + progress.as_of.dd_mm_yyyy()};
    sheet.columns = {{"Cơ quan, đơn vị", 48, ColumnKind::text}};
    for (const auto& figure : progress.totals) {
        sheet.columns.push_back({std::string(label_of(figure.key)), 16, ColumnKind::integer});
    }
    const auto row_of = [](const std::string& name, const std::vector<Figure>& figures) {
        std::vector<Cell> cells{name};
        for (const auto& figure : figures) {
            cells.emplace_back(figure.value);
        }
        return cells;
    };
    for (const auto& row : progress.by_organisation) {
        sheet.rows.push_back(row_of(name_of(row.organisation), row.figures));
    }
    sheet.totals = row_of("Cộng", progress.totals);
    return sheet;
}

Cell cell_of(const std::optional<Date>& date) {
    return date ? Cell(*date) : Cell();
}

office::XlsxSheet tasks_sheet(const Progress& progress) {
    office::XlsxSheet sheet;
    sheet.name = "Chi tiết";
    sheet.title = {"Chi tiết nhiệm vụ", "Tính đến ngày " + progress.as_of.dd_mm_yyyy()};
    sheet.columns = {{"STT", 6, ColumnKind::integer},
                     {"Mục", 10, ColumnKind::text},
                     {"Nhiệm vụ", 70, ColumnKind::text},
                     {"Chủ trì", 40, ColumnKind::text},
                     {"Theo dõi", 34, ColumnKind::text},
                     {"Thời hạn", 14, ColumnKind::date},
                     {"Loại thời hạn", 18, ColumnKind::text},
                     {"Ngày hoàn thành", 16, ColumnKind::date},
                     {"Tình trạng", 28, ColumnKind::text},
                     {"Số ngày chậm", 14, ColumnKind::integer}};
    std::int64_t number = 0;
    for (const auto& task : progress.tasks) {
        if (task.is_parent) {
            continue;
        }
        sheet.rows.push_back({++number,
                              task.section,
                              task.title,
                              name_of(task.lead),
                              task.monitor ? Cell(task.monitor->name) : Cell(),
                              cell_of(task.due_date),
                              task.due_date ? std::string("Ngày cụ thể") : deadline_of(task),
                              cell_of(task.done_date),
                              std::string(label_of(tasks::to_string(task.status))),
                              std::int64_t{task.days_late}});
    }
    return sheet;
}

/// To the body above and to the one that gave the tasks; nobody reports to itself.
std::vector<std::string> recipients_of(const Progress& progress) {
    std::vector<std::string> out;
    if (progress.above) {
        out.push_back(progress.above->name + " (b/c)");
    }
    const auto& giver = progress.document.organisation;
    const bool is_named = progress.above && progress.above->id == giver.id;
    if (giver.id != progress.reporting.id && !is_named) {
        out.push_back(giver.name + " (b/c)");
    }
    out.emplace_back("Các cơ quan, đơn vị chủ trì");
    out.push_back("Lưu " + progress.reporting.name);
    return out;
}

}  // namespace

office::DocxDocument docx_of(const Progress& progress) {
    office::DocxDocument out;
    out.upper_organisation = progress.above ? to_upper(progress.above->name) : "";
    out.issuer = to_upper(progress.reporting.name);
    out.number = "Số      -BC/";
    // The place is left to the pen; the day is that of the paper, not the one that is reported on.
    out.place_and_date = office::place_and_date(
        "…………", PartialDate{progress.made_at.date_in_vietnam(), DatePrecision::day});
    out.type = "BÁO CÁO";
    out.subject =
        "tiến độ thực hiện " + citation_of(progress.document) + "\n" + progress.document.subject;
    out.body = body_of(progress);
    out.signature = office::Signature{"", "", ""};
    out.recipients = recipients_of(progress);
    out.author = progress.reporting.name;
    out.created = progress.made_at;
    return out;
}

std::vector<office::XlsxSheet> xlsx_of(const Progress& progress) {
    return {totals_sheet(progress), bodies_sheet(progress), tasks_sheet(progress)};
}

}  // namespace hoiquan::reports
