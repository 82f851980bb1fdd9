#include "reader/reader.h"

#include <algorithm>

#include "base/text.h"
#include "reader/archive.h"
#include "reader/docx.h"
#include "reader/draft.h"
#include "reader/header.h"
#include "reader/issuer.h"
#include "reader/layout.h"
#include "reader/odt.h"
#include "reader/origin.h"
#include "reader/rtf.h"
#include "reader/source.h"
#include "reader/tables.h"

namespace hoiquan::reader {

namespace {

std::vector<Line> lines_from(const std::vector<Line>& lines, Span range) {
    std::vector<Line> some;
    for (const Line& line : lines) {
        if (line.span.start >= range.start && line.span.end <= range.end) {
            some.push_back(line);
        }
    }
    return some;
}

std::optional<Date> issued_on(const Values& values) {
    const auto date = values.find("date");
    return date == values.end() ? std::nullopt : Date::parse_iso(date->second.text);
}

/// Reads the items of one part (the body or the annexes) and appends its tasks.
struct Part {
    std::vector<Block> blocks;
    Outline outline;
    std::vector<FoundTask> rows;  ///< Tasks of its tables.
};

Part part_of(const Text& text, const std::vector<Line>& lines, Span range) {
    Part part;
    TableTasks tables = read_tables(text, lines_from(lines, range));
    part.rows = std::move(tables.tasks);
    part.blocks = blocks_of(text, tables.rest);
    part.outline = outline_of(text, part.blocks);
    return part;
}

std::vector<FoundTask> tasks_of(const Text& text, const Part& part, const TaskContext& base) {
    TaskContext context = base;
    const auto opening = addressed_in_opening(text, part.outline);
    if (!opening.empty()) {
        context.addressed = opening;
    }
    auto tasks = read_tasks(text, part.outline, context);
    std::erase_if(tasks, [&](const FoundTask& task) {
        return std::any_of(part.rows.begin(), part.rows.end(), [&](const FoundTask& row) {
            return task.span.start < row.span.end && row.span.start < task.span.end;
        });
    });
    tasks.insert(tasks.end(), part.rows.begin(), part.rows.end());
    std::sort(tasks.begin(), tasks.end(), [](const FoundTask& a, const FoundTask& b) {
        return a.span.start < b.span.start;
    });
    return tasks;
}

/// "Sắp xếp toàn bộ … thành xã mới" is done by the resolution itself: nobody's task, unless it
/// gives an actor or a date.
void drop_decided(const Draft& draft, std::vector<FoundTask>& tasks) {
    std::vector<Span> decided;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        const Place place = draft.places.at("/events/" + std::to_string(i));
        decided.push_back({place.start, place.end});
    }
    std::erase_if(tasks, [&](const FoundTask& task) {
        const auto next = std::lower_bound(
            decided.begin(), decided.end(), task.span.start, [](const Span& a, std::size_t at) {
                return a.end <= at;
            });
        const bool whole = next != decided.end() && next->start >= task.span.start &&
                           next->end + 2 >= task.span.end && next->start < task.span.start + 24;
        const bool ordered = std::any_of(task.lead.begin(), task.lead.end(), [&](Span name) {
            return task.span.contains(name.start);
        });
        return whole && !ordered && !task.deadline && task.cooperating.empty();
    });
}

}  // namespace

Draft read_text(std::string_view bytes) {
    Source source = decode(bytes);
    Draft draft;
    draft.problems = std::move(source.problems);
    const Text text(std::move(source.text));
    draft.text = text.utf8(text.all());
    draft.secrecy = find_secrecy_mark(draft.text);

    const auto lines = lines_of(text, text.all());
    Header header = read_header(text, lines);
    const Addressees addressees = read_addressees(text, lines, header.body_start);
    const Closing closing = read_closing(text, lines, addressees.body_start);
    const Part body = part_of(text, lines, {addressees.body_start, closing.start});
    const Part annexes = part_of(text, lines, {closing.end, text.size()});

    Values values = header.values;
    values.insert(closing.values.begin(), closing.values.end());
    complete_origin(text, {body.blocks, annexes.blocks, !addressees.span.empty()}, values);
    put_metadata(draft, values);

    put_recipients(draft, addressees.recipients);
    put_recipients(draft, closing.recipients);
    put_citations(draft, read_citations(text, text.all(), own_number(values)));

    TaskContext context;
    context.issued = issued_on(values);
    auto tasks = tasks_of(text, body, context);
    const auto more = tasks_of(text, annexes, context);
    tasks.insert(tasks.end(), more.begin(), more.end());
    put_events(draft, text, body.outline);
    put_events(draft, text, annexes.outline);
    drop_decided(draft, tasks);
    put_tasks(draft, text, tasks);
    put_obligations(draft, text, body.outline);
    put_obligations(draft, text, annexes.outline);
    put_dates(draft, text, context.issued);
    put_relations(draft, text);
    for (const Part* part : {&body, &annexes}) {
        put_dissemination(draft, text, part->outline);
        put_findings(draft, text, part->outline);
    }
    return draft;
}

Draft read_docx(std::string_view bytes) {
    const DocxText docx = text_of_docx(bytes);
    if (!docx.problem.empty()) {
        Draft draft;
        draft.problems.push_back({docx.problem, 0, 0});
        return draft;
    }
    return read_text(docx.text);
}

Draft read_odt(std::string_view bytes) {
    std::string problem;
    const auto archive = Archive::open(bytes, problem);
    const std::string text = archive ? text_of_odt(*archive) : std::string();
    if (text.empty()) {
        Draft draft;
        draft.problems.push_back({"reader.format_unknown", 0, 0});
        return draft;
    }
    return read_text(text);
}

Draft read_rtf(std::string_view bytes) {
    return read_text(text_of_rtf(bytes));
}

Draft read(std::string_view bytes, std::string_view file_name) {
    const std::string name = to_lower(file_name);
    const bool named = name.ends_with(".docx");
    // The first part of an OpenDocument file is its kind, not compressed.
    const bool odt = bytes.substr(0, 200).find("mimetypeapplication/vnd.oasis.opendocument.text") !=
                     std::string_view::npos;
    if (odt || (bytes.starts_with("PK\x03\x04") && name.ends_with(".odt"))) {
        return read_odt(bytes);
    }
    if (bytes.starts_with("{\\rtf")) {
        return read_rtf(bytes);
    }
    if (bytes.starts_with("PK\x03\x04") || named) {
        return read_docx(bytes);
    }
    if (bytes.starts_with("%PDF") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        Draft draft;
        draft.problems.push_back({"reader.format_unknown", 0, 0});
        return draft;
    }
    return read_text(bytes);
}

}  // namespace hoiquan::reader
