#include "reader/closing.h"

#include <algorithm>

#include "reader/document_types.h"
#include "reader/header_cells.h"
#include "reader/phrases.h"
#include "reader/signature.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kLongestRecipient = 700;

/// The right column of a line that carries both recipients and signature.
std::size_t column_break(const Text& text, Span line) {
    std::size_t blanks = 0;
    for (std::size_t at = line.start; at < line.end; ++at) {
        const char32_t c = text.raw()[at];
        if (is_blank(c) || c == U'|') {
            blanks += c == U' ' ? 1 : 3;
            continue;
        }
        const Span right{at, line.end};
        const bool signed_by =
            is_capitals(text, right) || looks_like_name(text, right) ||
            (line.end - at > 3 && text.raw()[line.end - 1] == U'|' && is_authority(text, right));
        if (blanks >= 3 && at > line.start && right.size() < 80 && signed_by) {
            return at;
        }
        blanks = 0;
    }
    return line.end;
}

bool is_annex_title(const Text& text, const std::vector<Line>& lines, std::size_t i) {
    static const PhraseSet annex{"phụ lục", "danh mục", "biểu mẫu", "mẫu số"};
    static const PhraseSet attached{"kèm theo", "ban hành kèm theo"};
    const Span span = lines[i].span;
    const std::size_t first = text.word_from(span.start);
    if (span.size() > 120 || first >= text.words().size() || !text.is_capital(first)) {
        return false;
    }
    const bool capitals = is_capitals(text, span);
    if (annex.opens(text, span) && (capitals || span.size() < 16)) {
        return true;
    }
    if (!capitals || !kind_at(text, span)) {
        return false;
    }
    for (std::size_t k = i + 1; k < lines.size() && k < i + 8; ++k) {
        // "(Ban hành | kèm theo …" may be broken.
        const std::size_t next = std::min(k + 1, lines.size() - 1);
        if (attached.opens(text, {lines[k].span.start, lines[next].span.end})) {
            return true;
        }
    }
    return false;
}

bool is_footnote(const Text& text, Span span) {
    const auto piece = text.piece(span);
    return piece.size() > 3 && piece[0] == U'[' && is_digit(piece[1]) &&
           piece.substr(0, 5).find(U']') != std::u32string_view::npos;
}

/// The line of "Nơi nhận", else the first line of a signature without one.
std::size_t closing_line(const Text& text, const std::vector<Line>& lines, std::size_t from) {
    static const PhraseSet label{"nơi nhận"};
    std::size_t signature = lines.size();
    for (std::size_t i = from; i < lines.size(); ++i) {
        if (label.opens(text, lines[i].span)) {
            return i;
        }
        const bool head = lines[i].span.size() < 80 && is_authority(text, lines[i].span);
        if (head && signature == lines.size()) {
            signature = i;
        }
        if (is_annex_title(text, lines, i) && signature < lines.size()) {
            return signature;
        }
    }
    return signature;
}

struct ClosingReader {
    const Text& text;
    const std::vector<Line>& lines;
    Closing closing;
    std::vector<Span> signature;
    Span item;
    bool dashes = false;

    void keep_item() {
        if (item.empty()) {
            return;
        }
        const Span whole = item;
        for (std::size_t at = whole.start; at + 2 < whole.end; ++at) {
            // "- A; - B; - C": a list that lost its line ends.
            if (text.piece({at, at + 3}) == U"; -") {
                item.end = at;
                keep_one();
                item = text.trimmed({at + 2, whole.end});
            }
        }
        keep_one();
    }

    void keep_one() {
        const Marker marker = marker_at(text, item);
        const bool bullet = marker.mark == Mark::dash || marker.mark == Mark::plus;
        const Span clean =
            text.stripped({bullet ? marker.content : item.start, item.end}, U",;.| ");
        if (!clean.empty() && clean.size() < kLongestRecipient) {
            closing.recipients.push_back(
                {clean, {text.one_line(clean), purpose_of(text, clean)}, bullet ? 0.96 : 0.8});
        }
        item = {};
    }

    /// True while the line still belongs to the list.
    bool add_recipient_line(Span span, bool blank_before, bool more) {
        const bool dash =
            marker_at(text, span).mark == Mark::dash || marker_at(text, span).mark == Mark::plus;
        if (dash) {
            keep_item();
            item = span;
            dashes = true;
            return true;
        }
        // "Vụ: KTTH, | CN, QHĐP;": a broken item while more items follow.
        if (more && !item.empty() && !is_authority(text, span) && !blank_before &&
            !ends_sentence(text, item)) {
            item.end = span.end;
            return true;
        }
        if (is_authority(text, span) || (is_capitals(text, span) && span.size() > 3) ||
            (blank_before && dashes)) {
            return false;
        }
        if (opens_with_capitals(text, span)) {
            return false;
        }
        const bool fresh = !dashes && (item.empty() || ends_sentence(text, item) ||
                                       text.raw()[item.end - 1] == U',');
        if (fresh) {
            keep_item();
            item = span;
        } else {
            item.end = span.end;
        }
        return true;
    }
};

/// "Nơi nhận:" may carry the first item on its own line.
Span behind_label(const Text& text, Span line) {
    const std::size_t w = text.word_from(line.start);
    return text.stripped({text.words()[w + 1].end, line.end}, U":");
}

/// True if another dash follows close by, before any signature.
bool more_items(const ClosingReader& reader, std::size_t line) {
    constexpr std::size_t near = 3;
    for (std::size_t i = line + 1; i < reader.lines.size() && i <= line + near; ++i) {
        const Span span = reader.lines[i].span;
        if (reader.lines[i].blank_before || is_authority(reader.text, span)) {
            return false;
        }
        if (marker_at(reader.text, span).mark == Mark::dash) {
            return true;
        }
    }
    return false;
}

Span text_of_cell(const Text& text, Span cell) {
    return text.stripped(cell, U"| ");
}

/// "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Minh Đức": office and name in one cell stand apart.
void push_signature(ClosingReader& reader, Span cell) {
    const auto& words = reader.text.words();
    for (std::size_t w = reader.text.word_from(cell.start);
         w < words.size() && words[w].end <= cell.end && is_authority(reader.text, cell);
         ++w) {
        const Span name{words[w].start, cell.end};
        const Span office = reader.text.trimmed({cell.start, words[w].start});
        if (!office.empty() && is_capitals(reader.text, office) &&
            !is_capitals(reader.text, name) && looks_like_name(reader.text, name)) {
            reader.signature.push_back(office);
            reader.signature.push_back(name);
            return;
        }
    }
    reader.signature.push_back(cell);
}

std::size_t read_recipients(ClosingReader& reader, std::size_t line) {
    bool in_list = true;
    for (std::size_t i = line; i < reader.lines.size(); ++i) {
        const Line& next = reader.lines[i];
        if (i > line &&
            (is_annex_title(reader.text, reader.lines, i) || is_footnote(reader.text, next.span))) {
            return i;
        }
        const std::size_t split = column_break(reader.text, next.span);
        Span left = reader.text.trimmed({next.span.start, split});
        left = i == line ? behind_label(reader.text, left) : left;
        if (split < next.span.end) {
            push_signature(reader, text_of_cell(reader.text, {split, next.span.end}));
        }
        if (left.empty() || is_separator(reader.text, left)) {
            continue;
        }
        in_list = in_list && reader.add_recipient_line(
                                 left, next.blank_before && i > line + 1, more_items(reader, i));
        if (!in_list) {
            reader.signature.push_back(left);
        }
    }
    return reader.lines.size();
}

/// A signature that stands above "Nơi nhận".
void read_signature_above(ClosingReader& reader, std::size_t line) {
    constexpr std::size_t farthest = 10;
    const std::size_t lowest = line > farthest ? line - farthest : 0;
    for (std::size_t i = lowest; i < line; ++i) {
        if (!is_authority(reader.text, reader.lines[i].span) || reader.lines[i].span.size() > 80) {
            continue;
        }
        for (std::size_t k = i; k < line; ++k) {
            reader.signature.push_back(reader.lines[k].span);
        }
        reader.closing.start = reader.lines[i].span.start;
        return;
    }
}

}  // namespace

Closing read_closing(const Text& text, const std::vector<Line>& lines, std::size_t body_start) {
    static const PhraseSet label{"nơi nhận"};
    ClosingReader reader{text, lines, {}, {}, {}, false};
    std::size_t from = 0;
    while (from < lines.size() && lines[from].span.start < body_start) {
        ++from;
    }
    const std::size_t line = closing_line(text, lines, from);
    reader.closing.start = line < lines.size() ? lines[line].span.start : text.size();
    std::size_t end = lines.size();
    if (line < lines.size() && label.opens(text, lines[line].span)) {
        end = read_recipients(reader, line);
        reader.keep_item();
        if (reader.signature.empty()) {
            read_signature_above(reader, line);
        }
    } else {
        for (std::size_t i = line; i < lines.size(); ++i) {
            if (is_annex_title(text, lines, i) || is_footnote(text, lines[i].span)) {
                end = i;
                break;
            }
            reader.signature.push_back(lines[i].span);
        }
    }
    reader.closing.values = read_signature(text, reader.signature);
    reader.closing.end = end < lines.size() ? lines[end].span.start : text.size();
    return reader.closing;
}

}  // namespace hoiquan::reader
