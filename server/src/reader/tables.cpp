#include "reader/tables.h"

#include <algorithm>
#include <optional>

#include "reader/bodies.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

enum class Column { content, lead, cooperating, time, other };

constexpr std::size_t kLongestHeaderCell = 70;
constexpr std::size_t kMostColumns = 12;
constexpr std::size_t kLongestRow = 40;  ///< Lines.

struct Row {
    std::string number;
    std::vector<Span> cells;
    std::size_t lines = 0;
    bool placed = false;  ///< The cells stand in their columns, empty ones included.
};

struct Table {
    std::vector<Column> columns;  ///< Without the one of the numbers.
    std::vector<Row> rows;
};

std::vector<Span> cells_of(const Text& text, Span line) {
    std::vector<Span> cells;
    std::size_t start = line.start;
    for (std::size_t at = line.start; at <= line.end; ++at) {
        const bool cut = at == line.end || text.raw()[at] == U'\t' || text.raw()[at] == U'|';
        if (cut) {
            cells.push_back(text.trimmed({start, at}));
            start = at + 1;
        }
    }
    return cells;
}

bool is_number_title(const Text& text, Span cell) {
    static const PhraseSet titles{"stt", "tt", "số tt", "số thứ tự"};
    const auto hit = titles.at(text, text.word_from(cell.start), cell.end);
    return hit && hit->span.end + 1 >= cell.end;
}

Column column_of(const Text& text, Span title) {
    static const PhraseSet time{
        "thời gian", "thời hạn", "tiến độ", "hoàn thành", "hạn", "thời điểm"};
    static const PhraseSet with{"phối hợp"};
    static const PhraseSet lead{"chủ trì",
                                "thực hiện",
                                "phân công",
                                "đầu mối",
                                "tham mưu",
                                "phụ trách",
                                "chịu trách nhiệm",
                                "cơ quan",
                                "đơn vị"};
    static const PhraseSet content{"nội dung",
                                   "nhiệm vụ",
                                   "công việc",
                                   "tên",
                                   "hoạt động",
                                   "văn bản",
                                   "đề án",
                                   "hạng mục",
                                   "giải pháp",
                                   "việc"};
    if (time.in(text, title)) {
        return Column::time;
    }
    if (with.in(text, title)) {
        return Column::cooperating;
    }
    if (content.opens(text, title)) {
        return Column::content;
    }
    return lead.in(text, title) ? Column::lead : Column::other;
}

/// The number of a row at the start of its first cell: "1", "02.", "3)".
std::optional<int> row_number(const Text& text, Span cell, std::size_t& rest) {
    std::size_t at = cell.start;
    int value = 0;
    while (at < cell.end && at < cell.start + 3 && is_digit(text.raw()[at])) {
        value = value * 10 + static_cast<int>(text.raw()[at] - U'0');
        ++at;
    }
    if (at == cell.start || (at < cell.end && is_digit(text.raw()[at]))) {
        return std::nullopt;
    }
    while (at < cell.end &&
           (text.raw()[at] == U'.' || text.raw()[at] == U')' || is_blank(text.raw()[at]))) {
        ++at;
    }
    rest = at;
    const bool glued = at < cell.end && (is_digit(text.raw()[at]) || !is_letter(text.raw()[at]));
    return glued ? std::nullopt : std::optional(value);
}

/// "I", "II.", "A": a row that only heads the next ones.
bool heads_rows(const Text& text, Span cell) {
    const Marker marker = marker_at(text, cell);
    const bool marked = marker.mark == Mark::roman || marker.mark == Mark::capital;
    constexpr std::u32string_view labels = U"IVXABCDEF.";
    const auto piece = text.piece(cell);
    return (marked && marker.content >= cell.end) ||
           (piece.size() <= 4 && std::all_of(piece.begin(), piece.end(), [&](char32_t c) {
                return labels.find(c) != std::u32string_view::npos;
            }));
}

struct TableReader {
    const Text& text;
    const std::vector<Line>& lines;
    std::size_t line = 0;
    Table table;
    bool skip_title = false;  ///< Inside of a row that heads others.

    /// Reads the titles of the columns; false if no table begins here.
    bool read_header() {
        auto cells = cells_of(text, lines[line].span);
        if (!is_number_title(text, cells.front())) {
            return false;
        }
        cells.erase(cells.begin());
        std::size_t at = line + 1;
        std::size_t rest = 0;
        while (cells.size() < kMostColumns && at < lines.size() &&
               lines[at].span.size() <= kLongestHeaderCell &&
               !row_number(text, lines[at].span, rest) && !heads_rows(text, lines[at].span)) {
            for (const Span cell : cells_of(text, lines[at].span)) {
                const char32_t first = text.raw()[cell.start];
                const bool wrapped = !cells.empty() && is_letter(first) && !is_upper(first);
                if (wrapped) {
                    cells.back().end = cell.end;
                } else {
                    cells.push_back(cell);
                }
            }
            ++at;
        }
        for (const Span cell : cells) {
            table.columns.push_back(column_of(text, cell));
        }
        const bool tells = std::any_of(table.columns.begin(), table.columns.end(), [](Column c) {
            return c == Column::lead || c == Column::time;
        });
        line = at;
        return tells && at < lines.size();
    }

    bool full() const {
        return !table.rows.empty() && table.rows.back().cells.size() >= table.columns.size();
    }

    /// True if the row `value` can follow.
    bool expected(int value) const {
        if (table.rows.empty() || value == 1) {
            return true;
        }
        return table.rows.back().number == std::to_string(value - 1);
    }

    bool ends_table(const Line& next) const {
        static const PhraseSet after{"nơi nhận", "phụ lục", "ghi chú", "tổng cộng", "điều"};
        if (after.opens(text, next.span) && text.is_capital(text.word_from(next.span.start))) {
            return true;
        }
        if (table.rows.empty()) {
            return false;
        }
        const Marker marker = marker_at(text, next.span);
        const Mark mark = marker.mark;
        const Span title{marker.content, next.span.end};
        const bool section = (mark == Mark::roman || mark == Mark::capital) && title.size() > 8 &&
                             is_capitals(text, title);
        if (section) {
            return true;
        }
        return table.rows.back().lines > kLongestRow ||
               (full() && (mark == Mark::roman || mark == Mark::article ||
                           (is_capitals(text, next.span) && next.span.size() > 12)));
    }

    void add_cells(const std::vector<Span>& cells, const Line& next) {
        Row& row = table.rows.back();
        ++row.lines;
        for (const Span cell : cells) {
            if (cell.empty()) {
                row.cells.push_back(cell);
                continue;
            }
            const char32_t first = text.raw()[cell.start];
            const bool small = is_letter(first) && !is_upper(first);
            const bool open = !row.cells.empty() && !row.cells.back().empty() &&
                              text.raw()[row.cells.back().end - 1] == U',';
            const bool bullet = marker_at(text, cell).mark != Mark::none && !row.cells.empty() &&
                                row.cells.size() == 1;
            if (!row.cells.empty() && !next.blank_before && !row.placed &&
                (small || open || bullet)) {
                row.cells.back().end = cell.end;
            } else {
                row.cells.push_back(cell);
            }
        }
    }

    void read_rows() {
        for (; line < lines.size(); ++line) {
            const Line& next = lines[line];
            auto cells = cells_of(text, next.span);
            if (cells.size() == 1 && ends_table(next)) {
                return;
            }
            if (heads_rows(text, cells.front())) {
                skip_title = cells.size() == 1;
                continue;
            }
            if (begin_row(cells) || (!skip_title && !table.rows.empty())) {
                add_cells(cells, next);
            }
        }
    }

    /// A new row if the first cell is the number that must follow; the number is taken off.
    bool begin_row(std::vector<Span>& cells) {
        std::size_t rest = 0;
        const auto number = row_number(text, cells.front(), rest);
        if (!number || !expected(*number)) {
            return false;
        }
        const bool alone = rest >= cells.front().end || full() || table.rows.empty();
        if (!alone) {
            return false;
        }
        skip_title = false;
        table.rows.push_back({std::to_string(*number), {}, 0, cells.size() > 2});
        cells.front().start = rest;
        if (cells.front().empty()) {
            cells.erase(cells.begin());
        }
        return true;
    }

    bool is_time(Span cell) const {
        static const PhraseSet opens{"tháng",
                                     "quý",
                                     "trước",
                                     "năm",
                                     "thường xuyên",
                                     "hằng",
                                     "hàng",
                                     "ngày",
                                     "định kỳ",
                                     "giai đoạn",
                                     "theo",
                                     "từ",
                                     "sau khi",
                                     "trong",
                                     "khi có",
                                     "6 tháng"};
        const auto deadline = deadline_of_label(text, cell);
        return cell.size() < 120 && ((deadline && deadline->date) || opens.opens(text, cell));
    }

    /// The columns of the cells when some are missing or were broken.
    std::vector<Column> guessed(const Row& row) const {
        const bool timed = std::count(table.columns.begin(), table.columns.end(), Column::time) > 0;
        const bool helped =
            std::count(table.columns.begin(), table.columns.end(), Column::cooperating) > 0;
        std::vector<Column> kinds{Column::content};
        bool led = false;
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            const Span cell = row.cells[i];
            if (timed && is_time(cell)) {
                kinds.push_back(Column::time);
            } else if (!cell.empty() && body_begins(text, text.word_from(cell.start), cell.end)) {
                kinds.push_back(!led ? Column::lead : helped ? Column::cooperating : Column::lead);
                led = true;
            } else {
                kinds.push_back(Column::other);
            }
        }
        return kinds;
    }

    void take(FoundTask& task, Column column, Span cell) const {
        if (cell.empty()) {
            return;
        }
        const Span value = text.stripped(cell, U".;,-– ");
        if (column == Column::lead) {
            const auto names = split_names(text, value, true);
            task.lead.insert(task.lead.end(), names.begin(), names.end());
        } else if (column == Column::cooperating) {
            const auto names = split_names(text, value, true);
            task.cooperating.insert(task.cooperating.end(), names.begin(), names.end());
        } else if (column == Column::time) {
            task.recurrence = recurrence_of_label(text, value);
            task.deadline = deadline_of_label(text, value);
            // "Thường xuyên" says how often, not by when.
            if (task.recurrence && !task.recurrence->phrase && task.deadline &&
                !task.deadline->date) {
                task.deadline.reset();
            }
        }
    }

    std::optional<FoundTask> task_of(const Row& row) const {
        if (row.cells.size() < 2 || row.cells.front().empty()) {
            return std::nullopt;
        }
        const bool whole = row.cells.size() == table.columns.size();
        const auto kinds = whole ? table.columns : guessed(row);
        FoundTask task;
        task.section = row.number;
        task.span = row.cells.front();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            task.span.end = std::max(task.span.end, row.cells[i].end);
            take(task, kinds[i], row.cells[i]);
        }
        if (task.lead.empty() && !task.deadline && !task.recurrence) {
            return std::nullopt;
        }
        task.confidence = whole ? 0.9 : 0.75;
        task.lead_confidence = whole ? 0.92 : 0.7;
        return task;
    }
};

}  // namespace

TableTasks read_tables(const Text& text, const std::vector<Line>& lines) {
    TableTasks out;
    for (std::size_t i = 0; i < lines.size();) {
        TableReader reader{text, lines, i, {}, false};
        const bool begins = is_number_title(text, cells_of(text, lines[i].span).front());
        if (!begins || !reader.read_header()) {
            out.rest.push_back(lines[i]);
            ++i;
            continue;
        }
        reader.read_rows();
        for (const Row& row : reader.table.rows) {
            if (auto task = reader.task_of(row)) {
                out.tasks.push_back(std::move(*task));
            }
        }
        i = std::max(reader.line, i + 1);
    }
    return out;
}

}  // namespace hoiquan::reader
