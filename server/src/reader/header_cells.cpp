#include "reader/header_cells.h"

#include <algorithm>

#include "reader/document_types.h"
#include "reader/numbers.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kMaxHeaderLines = 60;
constexpr std::size_t kLongLine = 400;

const PhraseSet& mottos() {
    static const PhraseSet set{
        "cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam", "đoàn tncs hồ chí minh"};
    return set;
}

const PhraseSet& right_column() {
    static const PhraseSet set{
        "cộng hòa xã hội", "đảng cộng sản", "độc lập", "đoàn tncs hồ chí minh"};
    return set;
}

/// "…, ngày 5 tháng 7 năm 2022", with day or month left blank: the word "ngày" behind a comma, and
/// "năm" behind it. Returns the index of the word "ngày".
std::optional<std::size_t> day_word(const Text& text, Span span) {
    static const PhraseSet attached{"kèm theo", "ban hành kèm theo"};
    if (attached.opens(text, span)) {
        return std::nullopt;
    }
    const std::size_t first = text.word_from(span.start);
    for (std::size_t w = first; w < text.words().size() && text.words()[w].end <= span.end; ++w) {
        if (w > first + 12) {
            break;
        }
        const bool comma = w > first && text.gap_after(w - 1).find(U',') != std::u32string::npos;
        if (text.word(w) == U"ngày" && comma) {
            return w;
        }
    }
    return std::nullopt;
}

/// "(Kèm theo Quyết định số …)" below a title.
bool is_attachment(const Text& text, Span span) {
    static const PhraseSet attached{"kèm theo", "ban hành kèm theo"};
    return attached.opens(text, span);
}

}  // namespace

std::size_t number_word(const Text& text, Span cell) {
    std::size_t w = text.word_from(cell.start);
    if (w >= text.words().size() || text.words()[w].start != cell.start) {
        return kNoWord;
    }
    // "Nghị quyết số: 1492/NQ-UBTVQH16".
    const auto name = type_names().at(text, w, cell.end);
    w += name ? name->words : 0;
    const bool number =
        w < text.words().size() && text.words()[w].end <= cell.end && text.word(w) == U"số";
    return number ? w : kNoWord;
}

namespace {

bool is_number_line(const Text& text, Span span) {
    const std::size_t w = number_word(text, span);
    if (w == kNoWord) {
        return false;
    }
    const Span rest{text.words()[w].end, std::min(span.end + 30, text.size())};
    if (w > text.word_from(span.start)) {
        const auto own = own_number_at(text, rest.start, span.end);
        return own && text.stripped({own->span.end, span.end}, U".,;: ").empty();
    }
    return own_number_at(text, rest.start, rest.end).has_value() ||
           text.trimmed({rest.start, span.end}).size() <= 1;
}

CellKind kind_of(const Text& text, Span span) {
    static const PhraseSet about{"v v", "về việc"};
    static const PhraseSet addressee{"kính gửi", "kính trình"};
    const std::size_t w = text.word_from(span.start);
    if (is_separator(text, span)) {
        return CellKind::separator;
    }
    static const PhraseSet urgency{"hỏa tốc", "thượng khẩn", "khẩn", "hỏa tốc hẹn giờ", "sao gửi"};
    const auto stamp = urgency.at(text, w, span.end);
    if (stamp && text.stripped({stamp->span.end, span.end}, U".:)]").empty()) {
        return CellKind::motto;
    }
    if (right_column().opens(text, span) && span.size() < 60) {
        return CellKind::motto;
    }
    if (is_number_line(text, span)) {
        return CellKind::number;
    }
    // "THỦ TƯỚNG CHÍNH PHỦ điện:".
    const bool telegram = span.size() < 160 && text.lower_piece(span).ends_with(U"điện:");
    if (addressee.opens(text, span) || telegram) {
        return CellKind::addressee;
    }
    if (is_attachment(text, span)) {
        return CellKind::attachment;
    }
    if (text.lower_piece(span).starts_with(U"v/v") ||
        (text.word(w) == U"về" && about.opens(text, span) && !is_capitals(text, span))) {
        return CellKind::about;
    }
    return day_word(text, span) && span.size() < 90 ? CellKind::place_date : CellKind::other;
}

bool opens_right_column(const Text& text, Span right) {
    return right_column().opens(text, right) || (right.size() < 60 && day_word(text, right));
}

/// Where the second column of a line begins, if two stand side by side.
std::size_t column_break(const Text& text, Span line) {
    std::size_t blanks = 0;
    for (std::size_t at = line.start; at < line.end; ++at) {
        const char32_t c = text.raw()[at];
        if (is_blank(c)) {
            blanks += c == U'\t' ? 3 : 1;
            continue;
        }
        if (blanks >= 3 && at > line.start && opens_right_column(text, {at, line.end})) {
            return at;
        }
        blanks = c == U'|' ? 3 : 0;
    }
    return line.end;
}

/// A motto that was broken over two or three lines.
void mark_broken_mottos(const Text& text, std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t last = std::min(i + 2, cells.size() - 1);
        const std::size_t w = text.word_from(cells[i].span.start);
        const auto hit = mottos().at(text, w, cells[last].span.end);
        if (!hit) {
            continue;
        }
        for (std::size_t k = i; k <= last && cells[k].span.start < hit->span.end; ++k) {
            cells[k].kind = CellKind::motto;
        }
    }
}

/// "Thành phố Hồ Chí | Minh, ngày 18 …"; the second line of a "V/v …" is no place.
bool place_begins_above(const Text& text, const std::vector<Cell>& cells, std::size_t i) {
    constexpr std::size_t longest = 40;
    if (i == 0 || cells[i].blank_before) {
        return false;
    }
    const Cell& above = cells[i - 1];
    const auto piece = text.piece(above.span);
    const bool name = above.kind == CellKind::other && !above.right && is_upper(piece.front()) &&
                      !is_capitals(text, above.span) && above.span.size() < longest &&
                      std::none_of(piece.begin(), piece.end(), is_digit);
    const bool subject = i > 1 && cells[i - 2].kind == CellKind::about;
    return name && !subject && above.line + 1 == cells[i].line;
}

/// "Hà Nội, ngày 28 | tháng 11 năm 2025", "Thành phố Hồ Chí | Minh, ngày 18 …", "Lai Châu, ngày |
/// 19 tháng …": the pieces of the place and date become one cell.
void join_broken_dates(const Text& text, std::vector<Cell>& cells) {
    static const PhraseSet month{"tháng"};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool here = cells[i].kind == CellKind::place_date;
        const bool cut = !here && i + 1 < cells.size() && cells[i].kind == CellKind::other &&
                         !cells[i + 1].blank_before && cells[i].span.size() < 40 &&
                         cells[i + 1].kind != CellKind::motto &&
                         !is_attachment(text, cells[i + 1].span) &&
                         day_word(text, {cells[i].span.start, cells[i + 1].span.end}) &&
                         text.raw()[cells[i].span.end - 1] == U',';
        if (!here && !cut) {
            continue;
        }
        const bool open = !month.in(text, cells[i].span);
        if (i + 1 < cells.size() && !cells[i + 1].blank_before && (open || cut)) {
            cells[i].span.end = cells[i + 1].span.end;
            cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
        cells[i].kind = CellKind::place_date;
        if (place_begins_above(text, cells, i)) {
            cells[i].span.start = cells[i - 1].span.start;
            cells[i].blank_before = cells[i - 1].blank_before;
            cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(i) - 1);
        }
        return;
    }
}

}  // namespace

std::vector<Cell> header_cells(const Text& text, const std::vector<Line>& lines) {
    std::vector<Cell> cells;
    const std::size_t count = std::min(lines.size(), kMaxHeaderLines);
    for (std::size_t i = 0; i < count; ++i) {
        const Span line = lines[i].span;
        if (line.size() > kLongLine) {
            break;
        }
        const std::size_t split = column_break(text, line);
        const Span left = text.stripped({line.start, split}, U"|");
        if (!left.empty()) {
            cells.push_back({left, lines[i].blank_before, kind_of(text, left), i, false});
        }
        if (split < line.end) {
            const Span right{split, line.end};
            cells.push_back({right, lines[i].blank_before, kind_of(text, right), i, true});
        }
        if (!cells.empty() && cells.back().kind == CellKind::addressee) {
            break;
        }
    }
    if (!cells.empty()) {
        mark_broken_mottos(text, cells);
        join_broken_dates(text, cells);
    }
    return cells;
}

std::optional<KindName> kind_at(const Text& text, Span span) {
    const auto hit = type_names().at(text, text.word_from(span.start), span.end);
    if (hit && hit->span.start == span.start) {
        return KindName{hit->id, hit->span.end};
    }
    // "KẾT LUẬNCỦA": the blank was lost with a line break.
    for (std::size_t cut = span.start + 5; cut < span.end && cut < span.start + 16; ++cut) {
        const std::u32string_view rest = text.lower_piece({cut, span.end});
        if (!rest.starts_with(U"của ") && !rest.starts_with(U"về ")) {
            continue;
        }
        const Text name{std::u32string(text.piece({span.start, cut}))};
        const auto glued = type_names().at(name, 0, name.size());
        if (glued && glued->span.end == name.size()) {
            return KindName{glued->id, cut};
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
