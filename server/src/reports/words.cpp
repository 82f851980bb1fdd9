#include "reports/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace hoiquan::reports {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array<Word, 12> kLabels{{
    {"total", "Tổng số"},
    {"done_on_time", "Hoàn thành đúng hạn"},
    {"done_late", "Hoàn thành quá hạn"},
    {"done_unassessed", "Hoàn thành, chưa đánh giá"},
    {"awaiting_acceptance", "Chờ nghiệm thu"},
    {"standing", "Thường xuyên"},
    {"awaiting_decision", "Chờ điều kiện"},
    {"unassigned", "Chờ giao"},
    {"no_due_date", "Chưa có thời hạn"},
    {"overdue", "Chưa hoàn thành, quá hạn"},
    {"due_soon", "Sắp đến hạn"},
    {"in_progress", "Chưa hoàn thành, trong hạn"},
}};
constexpr std::array<Word, 21> kTypes{{
    {"conclusion", "Kết luận"},
    {"directive", "Chỉ thị"},
    {"resolution", "Nghị quyết"},
    {"plan", "Kế hoạch"},
    {"programme", "Chương trình"},
    {"notice", "Thông báo"},
    {"decision", "Quyết định"},
    {"official_letter", "Công văn"},
    {"guidance", "Hướng dẫn"},
    {"report", "Báo cáo"},
    {"regulation", "Quy định"},
    {"working_rules", "Quy chế"},
    {"scheme", "Đề án"},
    {"submission", "Tờ trình"},
    {"minutes", "Biên bản"},
    {"circular_letter", "Thông tri"},
    {"law", "Luật"},
    {"decree", "Nghị định"},
    {"circular", "Thông tư"},
    {"proposal", "Tờ trình"},
    {"other", "Văn bản"},
}};

template <class Table>
std::string_view look_up(const Table& table, std::string_view key) {
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const Word& word) { return word.first == key; });
    return found == table.end() ? table.back().second : found->second;
}

/// A letterhead is in capitals; within a sentence the body of the register has its usual name.
std::string issuer_in_a_sentence(const std::string& printed,
                                 const documents::DocumentSummary& document) {
    const auto& name = document.organisation.name;
    return to_upper(printed) == printed && fold(printed) == fold(name) ? name : printed;
}

}  // namespace

std::string_view label_of(std::string_view key) {
    return look_up(kLabels, key);
}

std::string_view type_name(std::string_view document_type) {
    return look_up(kTypes, document_type);
}

std::string citation_of(const documents::DocumentSummary& document) {
    std::string out(type_name(document.document_type));
    if (document.number) {
        const bool is_party = document.symbol && document.symbol->find('/') != std::string::npos &&
                              document.symbol->find('-') == std::string::npos;
        out += " số " + *document.number +
               (document.symbol ? (is_party ? "-" : "/") + *document.symbol : "");
    }
    if (document.issue_date) {
        const auto precision = document.issue_date->precision;
        out += precision == DatePrecision::day     ? " ngày "
               : precision == DatePrecision::month ? " tháng "
                                                   : " năm ";
        out += to_display(*document.issue_date);
    }
    if (document.issuing_body_as_printed) {
        out += " của " + issuer_in_a_sentence(*document.issuing_body_as_printed, document);
    }
    return out;
}

std::string grouped(std::int64_t number) {
    std::string out = std::to_string(number);
    for (auto at = static_cast<std::int64_t>(out.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3) {
        out.insert(static_cast<std::size_t>(at), ".");
    }
    return out;
}

std::string percent_of(const Rate& rate) {
    if (rate.denominator == 0) {
        return "–";
    }
    const auto tenths = (rate.numerator * 2000 + rate.denominator) / (rate.denominator * 2);
    const auto rest = tenths % 10;
    return std::to_string(tenths / 10) + (rest == 0 ? "" : "," + std::to_string(rest)) + "%";
}

std::string deadline_of(const tasks::Task& task) {
    if (task.due_date) {
        return task.due_date->dd_mm_yyyy();
    }
    switch (task.deadline_kind) {
        case tasks::DeadlineKind::standing:
            return "Thường xuyên";
        case tasks::DeadlineKind::awaiting_decision:
            return "Chờ điều kiện";
        default:
            return "Chưa có";
    }
}

}  // namespace hoiquan::reports
