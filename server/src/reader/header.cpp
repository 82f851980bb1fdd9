#include "reader/header.h"

#include <algorithm>

#include "reader/document_types.h"
#include "reader/header_cells.h"
#include "reader/issuer.h"
#include "reader/numbers.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

struct Reading {
    const Text& text;
    const std::vector<Line>& lines;
    std::vector<Cell> cells;
    Header header;
    std::size_t used = 0;  ///< Cells before this index belong to the header.
};

void use(Reading& reading, std::size_t cell) {
    reading.used = std::max(reading.used, cell + 1);
}

/// The cell that names the kind: in capitals, or a title in small letters at the very top.
std::optional<std::size_t> kind_cell(const Reading& reading) {
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        const Cell& cell = reading.cells[i];
        if (cell.kind == CellKind::addressee) {
            break;
        }
        const auto name = kind_at(reading.text, cell.span);
        if (!name || cell.kind == CellKind::number) {
            continue;
        }
        const bool capitals = is_capitals(reading.text, {cell.span.start, name->end});
        const bool title =
            i == 0 && cell.span.size() > 30 && !ends_sentence(reading.text, cell.span);
        if (capitals || title) {
            return i;
        }
    }
    return std::nullopt;
}

void read_number_of(Reading& reading, std::size_t cell) {
    auto& cells = reading.cells;
    use(reading, cell);
    const std::size_t next = cell + 1;
    const std::size_t w = number_word(reading.text, cells[cell].span);
    const std::size_t start = w == kNoWord ? cells[cell].span.start : reading.text.words()[w].end;
    const std::size_t end = next < cells.size() ? cells[next].span.end : cells[cell].span.end;
    const auto number = own_number_at(reading.text, start, end);
    if (!number) {
        return;
    }
    if (!number->number.empty()) {
        reading.header.values["number"] = {number->number, number->span, 0.98};
    }
    reading.header.values["symbol"] = {number->symbol, number->span, 0.98};
    reading.header.complete = true;
    // "Số:" alone on its line takes the next one along.
    if (number->span.start >= cells[cell].span.end && next < cells.size()) {
        cells[next].kind = CellKind::number;
        use(reading, next);
    }
}

void read_number(Reading& reading) {
    const auto& cells = reading.cells;
    const auto cell = std::find_if(
        cells.begin(), cells.end(), [](const auto& each) { return each.kind == CellKind::number; });
    if (cell != cells.end()) {
        read_number_of(reading, static_cast<std::size_t>(cell - cells.begin()));
    }
}

/// "ngày     tháng 7 năm 2022" gives the month.
std::optional<std::string> date_value(const Text& text, Span span) {
    for (std::size_t w = text.word_from(span.start);
         w < text.words().size() && text.words()[w].end <= span.end;
         ++w) {
        if (const auto date = date_at(text, w, span.end)) {
            return to_iso(date->date);
        }
    }
    return std::nullopt;
}

/// The comma before "ngày", counted from the start of the cell.
std::size_t comma_before_day(const Text& text, Span cell) {
    for (std::size_t w = text.word_from(cell.start);
         w < text.words().size() && text.words()[w].end <= cell.end;
         ++w) {
        if (text.word(w) == U"ngày") {
            return text.piece(cell).rfind(U',', text.words()[w].start - cell.start);
        }
    }
    return std::u32string::npos;
}

void read_place_date(Reading& reading) {
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        const Cell& cell = reading.cells[i];
        if (cell.kind != CellKind::place_date) {
            continue;
        }
        const std::size_t comma = comma_before_day(reading.text, cell.span);
        if (comma != std::u32string::npos) {
            const Span place = reading.text.trimmed({cell.span.start, cell.span.start + comma});
            reading.header.values["place"] = as_written(reading.text, place, 0.97);
        }
        if (const auto date = date_value(reading.text, cell.span)) {
            const double confidence = date->size() == 10 ? 0.98 : 0.9;
            reading.header.values["date"] = {*date, cell.span, confidence};
        }
        use(reading, i);
        return;
    }
}

/// Lines of an official letter's subject: from "V/v" to a blank line or the next part.
void read_about(Reading& reading) {
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        if (reading.cells[i].kind != CellKind::about) {
            continue;
        }
        std::size_t last = i;
        std::vector<Span> pieces{reading.cells[i].span};
        for (std::size_t k = i + 1; k < reading.cells.size(); ++k) {
            const Cell& next = reading.cells[k];
            const bool beside = next.right && next.line <= reading.cells[last].line + 1;
            if (!beside && (next.blank_before || next.kind != CellKind::other)) {
                break;
            }
            if (!beside) {
                pieces.push_back(next.span);
            }
            last = k;
        }
        reading.header.values["subject"] = as_written(reading.text, pieces, 0.93);
        use(reading, last);
        return;
    }
}

bool opens_body(const Text& text, Span span) {
    static const PhraseSet openers{"căn cứ",
                                   "thực hiện",
                                   "theo đề nghị",
                                   "ngày",
                                   "tại phiên",
                                   "sau khi",
                                   "trong thời gian",
                                   "thời gian qua",
                                   "để",
                                   "xét đề nghị",
                                   "trên cơ sở",
                                   "hội nghị lần",
                                   "điện",
                                   "trong suốt"};
    return !is_capitals(text, span) && openers.opens(text, span);
}

/// "Thực hiện cải cách hành chính năm 2026" below the kind's name: a subject although it begins
/// as the body may, for its group of lines does not end as a sentence does.
bool opens_subject(const Reading& reading, std::size_t cell) {
    static const PhraseSet work{"thực hiện", "trong"};
    constexpr std::size_t longest = 300;
    const auto& cells = reading.cells;
    if (cell >= cells.size() || !work.opens(reading.text, cells[cell].span)) {
        return false;
    }
    std::size_t last = cell;
    while (last + 1 < cells.size() && !cells[last + 1].blank_before &&
           cells[last + 1].kind == CellKind::other) {
        ++last;
    }
    const bool closed = last + 1 < cells.size();
    return closed && cells[last].span.end - cells[cell].span.start < longest &&
           !ends_sentence(reading.text, cells[last].span) &&
           reading.text.raw()[cells[last].span.end - 1] != U',';
}

/// The cell is no part of the subject that begins at `first`.
bool leaves_subject(const Reading& reading, std::size_t first, std::size_t cell) {
    const Cell& next = reading.cells[cell];
    const bool parts = next.kind == CellKind::addressee || next.kind == CellKind::attachment ||
                       next.kind == CellKind::separator;
    if (parts) {
        return true;
    }
    const bool body = opens_body(reading.text, next.span);
    if (cell == first) {
        return body && !opens_subject(reading, first);
    }
    const bool capitals = is_capitals(reading.text, reading.cells[first].span);
    const bool here = is_capitals(reading.text, next.span);
    const bool issuer = here && !capitals;
    const bool paragraph = capitals != here && next.span.size() > 90;
    return body || next.blank_before || issuer || paragraph;
}

/// Where the subject ends: at a line of dashes, or with the group of lines below the kind.
std::size_t subject_end(const Reading& reading, std::size_t first) {
    constexpr std::size_t farthest = 14;
    const auto& cells = reading.cells;
    for (std::size_t i = first; i < cells.size() && i < first + farthest; ++i) {
        if (cells[i].kind == CellKind::separator && i > first) {
            return i;
        }
        const bool mark = marker_at(reading.text, cells[i].span).mark != Mark::none;
        if (cells[i].kind == CellKind::addressee || opens_body(reading.text, cells[i].span) ||
            (mark && i > first)) {
            break;
        }
    }
    std::size_t i = first;
    while (i < cells.size() && i < first + farthest && !leaves_subject(reading, first, i)) {
        ++i;
    }
    return i;
}

/// The separator below the subject, and the issuer repeated above the legal bases.
void use_repeated_issuer(Reading& reading) {
    while (reading.used < reading.cells.size() &&
           (reading.cells[reading.used].kind == CellKind::separator ||
            is_capitals(reading.text, reading.cells[reading.used].span))) {
        const Cell& next = reading.cells[reading.used];
        if (marker_at(reading.text, next.span).mark != Mark::none ||
            next.kind == CellKind::addressee) {
            break;
        }
        ++reading.used;
    }
}

void read_subject(Reading& reading, std::size_t kind, std::size_t name_end) {
    const Text& text = reading.text;
    const Span rest = text.stripped({name_end, reading.cells[kind].span.end}, U":");
    std::size_t first = kind + 1;
    while (rest.empty() && first < reading.cells.size() &&
           reading.cells[first].kind == CellKind::separator) {
        ++first;
    }
    const bool title = !is_capitals(text, {reading.cells[kind].span.start, name_end});
    const std::size_t end = title ? kind + 1 : subject_end(reading, first);
    Span span = rest;
    if (end > first && first < reading.cells.size()) {
        span = {rest.empty() ? reading.cells[first].span.start : rest.start,
                reading.cells[end - 1].span.end};
    }
    if (!span.empty()) {
        reading.header.values["subject"] = as_written(text, span, title ? 0.75 : 0.92);
    }
    use(reading, std::max(kind, end == 0 ? 0 : end - 1));
    use_repeated_issuer(reading);
}

void read_issuer(Reading& reading, std::size_t end) {
    std::vector<Span> names;
    for (std::size_t i = 0; i < end; ++i) {
        const Cell& cell = reading.cells[i];
        if (cell.kind == CellKind::other && is_capitals(reading.text, cell.span)) {
            names.push_back(cell.span);
        }
    }
    const auto bodies = join_bodies(reading.text, names);
    if (bodies.empty()) {
        return;
    }
    reading.header.values["issuing_body"] = as_written(reading.text, bodies.back(), 0.94);
    if (bodies.size() > 1) {
        reading.header.values["parent_body"] =
            as_written(reading.text, bodies[bodies.size() - 2], 0.9);
    }
    reading.header.complete = true;
    use(reading, end == 0 ? 0 : end - 1);
}

/// The issuer stands above the number, the kind or the date, whichever comes first.
std::size_t issuer_end(const Reading& reading, std::optional<std::size_t> kind) {
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        const CellKind cell = reading.cells[i].kind;
        if (i == kind.value_or(reading.cells.size()) || cell == CellKind::number ||
            cell == CellKind::about || cell == CellKind::addressee) {
            return i;
        }
    }
    return 0;
}

/// A title of the press above the text: "KẾT LUẬN 155-KL/TW CỦA …".
void read_title_number(Reading& reading) {
    if (reading.header.values.contains("symbol")) {
        return;
    }
    const std::size_t count = std::min<std::size_t>(reading.used, reading.cells.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Span span = reading.cells[i].span;
        const auto& words = reading.text.words();
        for (std::size_t w = reading.text.word_from(span.start);
             w < words.size() && words[w].end <= span.end;
             ++w) {
            const bool named = type_names().before(reading.text, w, span.start).has_value() ||
                               (w > 0 && reading.text.word(w - 1) == U"số");
            const auto number =
                named ? number_at(reading.text, words[w].start, span.end) : std::nullopt;
            if (number && is_capitals(reading.text, span)) {
                reading.header.values["number"] = {number->number, number->span, 0.8};
                reading.header.values["symbol"] = {number->symbol, number->span, 0.8};
                return;
            }
        }
    }
}

void read_kind(Reading& reading, std::optional<std::size_t> kind) {
    if (kind) {
        const Span span = reading.cells[*kind].span;
        const KindName name = kind_at(reading.text, span).value_or(KindName{});
        const Span written{span.start, name.end};
        reading.header.values["type"] = {std::string(type_of_name(name.id)),
                                         written,
                                         is_capitals(reading.text, written) ? 0.97 : 0.85};
        read_subject(reading, *kind, name.end);
        return;
    }
    for (const Cell& cell : reading.cells) {
        if (cell.kind == CellKind::addressee) {
            reading.header.values["type"] = {"official_letter", cell.span, 0.93};
        }
    }
    read_about(reading);
}

}  // namespace

Header read_header(const Text& text, const std::vector<Line>& lines) {
    Reading reading{text, lines, header_cells(text, lines), {}, 0};
    read_number(reading);
    read_place_date(reading);
    const auto kind = kind_cell(reading);
    read_issuer(reading, issuer_end(reading, kind));
    read_kind(reading, kind);
    read_title_number(reading);
    while (reading.used < reading.cells.size() &&
           (reading.cells[reading.used].kind == CellKind::separator ||
            reading.cells[reading.used].kind == CellKind::motto)) {
        ++reading.used;
    }
    if (reading.used < reading.cells.size()) {
        reading.header.body_start = reading.cells[reading.used].span.start;
    } else {
        const std::size_t line = reading.cells.empty() ? 0 : reading.cells.back().line + 1;
        reading.header.body_start = line < lines.size() ? lines[line].span.start : text.size();
    }
    return reading.header;
}

}  // namespace hoiquan::reader
