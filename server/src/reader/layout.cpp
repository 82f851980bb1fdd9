#include "reader/layout.h"

#include <algorithm>

#include "reader/bodies.h"
#include "reader/body_words.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

/// Words that open a paragraph, even behind a line without a full stop.
const PhraseSet& openers() {
    static const PhraseSet set{"căn cứ",
                               "thực hiện",
                               "xét đề nghị",
                               "theo đề nghị",
                               "trên cơ sở",
                               "để",
                               "ngày",
                               "sau khi",
                               "tại phiên",
                               "tại cuộc",
                               "trong thời gian",
                               "nơi nhận",
                               "kính gửi",
                               "giao",
                               "yêu cầu",
                               "đề nghị",
                               "thời gian thực hiện",
                               "cơ quan chủ trì",
                               "đơn vị chủ trì",
                               "cơ quan phối hợp",
                               "đơn vị phối hợp"};
    return set;
}

bool starts_lower(const Text& text, Span line) {
    const char32_t c = text.raw()[line.start];
    return is_letter(c) && !is_upper(c);
}

std::size_t first_word_size(const Text& text, Span line) {
    std::size_t at = line.start;
    while (at < line.end && !is_blank(text.raw()[at])) {
        ++at;
    }
    return at - line.start;
}

/// How the text was set: broken into lines of one width, or one line for each paragraph.
struct Setting {
    bool wrapped = false;
    bool spaced = false;  ///< Blank lines stand between the paragraphs.
    std::size_t width = 0;
};

Setting setting_of(const Text& text, const std::vector<Line>& lines) {
    std::size_t pairs = 0;
    std::size_t broken = 0;
    std::size_t marked = 0;
    std::size_t apart = 0;
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        sizes.push_back(lines[i].span.size());
        const bool plain = marker_at(text, lines[i].span).mark == Mark::none;
        const bool pair = i > 0 && !lines[i].blank_before && plain;
        marked += plain ? 0 : 1;
        apart += !plain && lines[i].blank_before ? 1 : 0;
        if (pair) {
            ++pairs;
            broken += !ends_sentence(text, lines[i - 1].span) && starts_lower(text, lines[i].span)
                          ? 1
                          : 0;
        }
    }
    Setting setting;
    setting.spaced = apart * 2 >= marked;
    setting.wrapped = pairs >= 4 && broken * 10 >= pairs * 3;
    if (!sizes.empty()) {
        const std::size_t nth = sizes.size() * 9 / 10;
        std::nth_element(
            sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(nth), sizes.end());
        setting.width = sizes[nth];
    }
    return setting;
}

/// An item must follow its elder in the count or begin a new one; "2025." in the middle of a
/// sentence is no item.
bool plausible(const Text& text, const Marker& marker, Span before) {
    if (ends_sentence(text, before) || before.empty()) {
        return true;
    }
    if (marker.mark == Mark::dash) {
        // "giai đoạn 2026 | - 2030": a range that was broken.
        return !(is_digit(text.raw()[before.end - 1]) && is_digit(text.raw()[marker.content]));
    }
    return marker.mark != Mark::number || marker.label.size() < 2 ||
           marker.span.size() > marker.label.size();
}

bool is_only_marker(const Text& text, Span span) {
    const Marker marker = marker_at(text, span);
    return marker.mark != Mark::none && marker.content >= span.end;
}

/// "1. Văn phòng Tỉnh ủy", with what it is to do on the next line: a point's short first line,
/// where only the ends of paragraphs leave lines short.
bool is_title(
    const Text& text, const Block& block, Span before, const Line& line, const Setting& setting) {
    static const PhraseSet duties{"theo", "căn cứ", "trên cơ sở"};
    const std::size_t first = text.word_from(line.span.start);
    const std::size_t name = text.word_from(block.content().start);
    const bool body = body_begins(text, name, before.end) && text.words()[name].end < before.end;
    return block.marker.mark != Mark::none && body && before.size() * 4 < setting.width * 3 &&
           (predicates().at(text, first, line.span.end) || duties.at(text, first, line.span.end));
}

/// Whether a line that begins with a capital goes on with the broken line above it.
bool goes_on(
    const Text& text, const Block& block, Span before, const Line& line, const Setting& setting) {
    const bool ended = ends_sentence(text, before);
    const bool full = before.size() + 1 + first_word_size(text, line.span) > setting.width;
    if (ended) {
        const char32_t last = text.raw()[before.end - 1];
        return full && last != U';' && last != U':';
    }
    // A short line in the middle of a block is a heading that lost its blank line.
    const bool first_line = before.start <= block.content().start;
    if (first_line && !setting.spaced && is_title(text, block, before, line, setting)) {
        return false;
    }
    const bool digit = is_digit(text.raw()[line.span.start]);
    const bool heading = !first_line && before.size() * 2 < setting.width &&
                         line.span.size() * 3 > setting.width * 2;
    return digit || !heading;
}

bool joins(
    const Text& text, const Block& block, Span before, const Line& line, const Setting& setting) {
    const Marker marker = marker_at(text, line.span);
    if (marker.mark != Mark::none && plausible(text, marker, before)) {
        return false;
    }
    if (is_separator(text, line.span) || is_separator(text, before)) {
        return false;
    }
    if (block.marker.mark == Mark::part) {
        // The title of a part stands below its number, in capitals.
        return block.span.end == before.end && is_capitals(text, line.span) &&
               (is_only_marker(text, block.span) || is_capitals(text, block.content()));
    }
    if (is_only_marker(text, block.span)) {
        return true;
    }
    const bool ended = ends_sentence(text, before);
    if (starts_lower(text, line.span)) {
        // Behind a full stop a small letter is a slip of the pen; behind ';' an item of a list.
        return !ended || (!line.blank_before && setting.wrapped);
    }
    if (line.blank_before || !setting.wrapped || openers().opens(text, line.span)) {
        return false;
    }
    return goes_on(text, block, before, line, setting);
}

}  // namespace

std::vector<Line> lines_of(const Text& text, Span range) {
    std::vector<Line> lines;
    bool blank_before = true;
    for (std::size_t at = range.start; at < range.end;) {
        std::size_t end = text.raw().find(U'\n', at);
        end = std::min(end, range.end);
        const Span span = text.trimmed({at, end});
        if (!span.empty()) {
            lines.push_back({span, blank_before});
        }
        blank_before = span.empty();
        at = end + 1;
    }
    return lines;
}

std::vector<Block> blocks_of(const Text& text, const std::vector<Line>& lines) {
    const Setting setting = setting_of(text, lines);
    std::vector<Block> blocks;
    Span before;
    for (const Line& line : lines) {
        if (!blocks.empty() && joins(text, blocks.back(), before, line, setting)) {
            blocks.back().span.end = line.span.end;
            Block& block = blocks.back();
            block.marker =
                block.marker.content >= before.end ? marker_at(text, block.span) : block.marker;
        } else {
            blocks.push_back({line.span, marker_at(text, line.span), line.blank_before});
        }
        before = line.span;
    }
    return blocks;
}

}  // namespace hoiquan::reader
