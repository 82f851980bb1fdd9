#include "reader/closing.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kLongestRecipient = 700;

struct Cue {
    std::u32string_view words;
    std::string_view purpose;
};

FoundRecipient addressee(const Text& text, Span span, double confidence) {
    return {span, {text.one_line(span), "addressee"}, confidence};
}

/// Without the dash in front and the punctuation behind.
Span item_of(const Text& text, Span span) {
    const Marker marker = marker_at(text, span);
    const bool bullet = marker.mark == Mark::dash || marker.mark == Mark::plus;
    return text.stripped({bullet ? marker.content : span.start, span.end}, U",;.:");
}

bool opens_paragraph(const Text& text, Span line) {
    static const PhraseSet set{"căn cứ",
                               "thực hiện",
                               "xét",
                               "theo",
                               "ngày",
                               "để",
                               "sau khi",
                               "tiếp",
                               "trên cơ sở",
                               "vừa qua",
                               "hiện nay",
                               "thời gian",
                               "triển khai"};
    return set.opens(text, line);
}

/// Lines of dashes below "Kính gửi:" or "điện:", wrapped ones joined.
std::size_t read_list(const Text& text,
                      const std::vector<Line>& lines,
                      std::size_t line,
                      Addressees& out) {
    Span item;
    const auto keep = [&] {
        const Span clean = item_of(text, item);
        if (!clean.empty() && clean.size() < kLongestRecipient) {
            out.recipients.push_back(addressee(text, clean, 0.93));
        }
    };
    for (; line < lines.size(); ++line) {
        const Span span = lines[line].span;
        const Mark mark = marker_at(text, span).mark;
        const bool dash = mark == Mark::dash || mark == Mark::plus;
        if (dash) {
            if (!item.empty()) {
                keep();
            }
            item = span;
        } else if (!item.empty() && !lines[line].blank_before && !opens_paragraph(text, span) &&
                   text.raw()[item.end - 1] != U'.') {
            item.end = span.end;
        } else {
            break;
        }
    }
    if (!item.empty()) {
        keep();
    }
    return line;
}

/// One or more bodies on the line of "Kính gửi:" and the lines it was broken into.
std::size_t read_inline(const Text& text,
                        const std::vector<Line>& lines,
                        std::size_t line,
                        std::size_t from,
                        Addressees& out) {
    Span span = text.stripped({from, lines[line].span.end}, U":");
    ++line;
    while (line < lines.size() && !lines[line].blank_before && !ends_sentence(text, span) &&
           !opens_paragraph(text, lines[line].span) &&
           marker_at(text, lines[line].span).mark == Mark::none &&
           span.size() + lines[line].span.size() < kLongestRecipient) {
        span.end = lines[line].span.end;
        ++line;
    }
    std::size_t start = span.start;
    for (std::size_t at = span.start; at <= span.end; ++at) {
        if (at == span.end || text.raw()[at] == U';') {
            const Span item = item_of(text, {start, at});
            if (!item.empty()) {
                out.recipients.push_back(addressee(text, item, 0.9));
            }
            start = at + 1;
        }
    }
    return line;
}

std::size_t line_at(const std::vector<Line>& lines, std::size_t offset) {
    std::size_t line = 0;
    while (line < lines.size() && lines[line].span.start < offset) {
        ++line;
    }
    return line;
}

}  // namespace

std::optional<std::string> purpose_of(const Text& text, Span recipient) {
    static constexpr Cue cues[] = {{U"b/c", "report"},
                                   {U"để báo cáo", "report"},
                                   {U"(báo cáo", "report"},
                                   {U"p/h", "coordinate"},
                                   {U"để phối hợp", "coordinate"},
                                   {U"(phối hợp", "coordinate"},
                                   {U"để chỉ đạo", "direct"},
                                   {U"(chỉ đạo", "direct"},
                                   {U"để biết", "inform"}};
    const auto lower = text.lower_piece(recipient);
    if (lower.starts_with(U"lưu ") || lower.starts_with(U"lưu:") || lower == U"lưu") {
        return "archive";
    }
    for (const Cue& cue : cues) {
        if (lower.find(cue.words) != std::u32string_view::npos) {
            return std::string(cue.purpose);
        }
    }
    return std::nullopt;
}

Addressees read_addressees(const Text& text,
                           const std::vector<Line>& lines,
                           std::size_t body_start) {
    static const PhraseSet polite{"kính gửi", "kính trình"};
    Addressees out;
    out.body_start = body_start;
    std::size_t line = line_at(lines, body_start);
    if (line >= lines.size()) {
        return out;
    }
    const Span span = lines[line].span;
    const std::size_t first = text.word_from(span.start);
    const bool telegram = span.size() < 160 && text.lower_piece(span).ends_with(U"điện:");
    if (const auto hit = polite.at(text, first, span.end)) {
        out.span = span;
        const Span rest = text.stripped({hit->span.end, span.end}, U":");
        const bool dash = marker_at(text, rest).mark == Mark::dash;
        line = rest.empty() || dash ? line + 1 : read_inline(text, lines, line, rest.start, out);
        if (dash) {
            out.recipients.push_back(addressee(text, item_of(text, rest), 0.9));
        }
        line = read_list(text, lines, line, out);
    } else if (telegram) {
        out.span = span;
        line = read_list(text, lines, line + 1, out);
    } else {
        return out;
    }
    out.body_start = line < lines.size() ? lines[line].span.start : text.size();
    return out;
}

}  // namespace hoiquan::reader
