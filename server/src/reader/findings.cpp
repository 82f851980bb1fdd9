#include <algorithm>

#include "reader/draft.h"
#include "reader/phrases.h"
#include "reader/sentences.h"
#include "reader/task_rules.h"

namespace hoiquan::reader {

namespace {

const PhraseSet& weaknesses() {
    static const PhraseSet set{"hạn chế",
                               "tồn tại",
                               "khuyết điểm",
                               "yếu kém",
                               "bất cập",
                               "thiếu sót",
                               "vi phạm",
                               "những khó khăn",
                               "chưa làm được",
                               "nhược điểm"};
    return set;
}

/// "Chưa", "còn chậm", "thiếu": a sentence that finds fault.
bool finds_fault(const Text& text, Span span) {
    static const PhraseSet faults{
        "chưa",        "còn chậm",       "còn hạn chế", "còn thấp",   "còn thiếu",
        "thiếu",       "chậm",           "còn yếu",     "không đạt",  "yếu",
        "lúng túng",   "hình thức",      "còn có",      "còn để",     "vẫn còn",
        "còn nhiều",   "còn một số",     "thấp",        "sai",        "vi phạm",
        "còn bất cập", "không kịp thời", "chưa được",   "buông lỏng", "hạn chế",
        "trùng lặp",   "còn diễn biến",  "còn xảy ra",  "còn dựa vào"};
    return faults.in(text, span);
}

struct FindingReader {
    Draft& draft;
    const Text& text;
    const Outline& outline;

    const Item& item(std::size_t i) const { return outline.items[i]; }

    void put(std::size_t i, Span span) {
        static const PhraseSet linked{"và", "đồng thời", "tuy nhiên", "bên cạnh đó", "ngoài ra"};
        Span clean = text.stripped(span, U";,. -");
        const auto link = linked.at(text, text.word_from(clean.start), clean.end);
        if (link && link->span.start == clean.start) {
            clean = text.stripped({link->span.end, clean.end}, U";,. -");
        }
        constexpr std::size_t shortest = 12;
        if (clean.size() < shortest) {
            return;
        }
        put_place(draft, "/findings/" + std::to_string(draft.findings.size()), clean, 0.85);
        draft.findings.push_back({item(i).section, text.utf8(clean)});
    }

    bool names_causes(std::size_t i) const {
        static const PhraseSet causes{
            "nguyên nhân", "về nguyên nhân", "trách nhiệm", "những nguyên nhân"};
        return causes.opens(text, item(i).block.content());
    }

    /// "2. Những tồn tại, hạn chế", "Bên cạnh kết quả đạt được, vẫn còn những hạn chế:".
    bool heads_weaknesses(std::size_t i) const {
        const Span span = item(i).block.content();
        const bool heading = is_heading(text, span) && span.size() < 400;
        return heading && weaknesses().in(text, span) && !names_causes(i) && !orders(span);
    }

    /// "Khắc phục hạn chế …": to be mended, not found.
    bool orders(Span span) const {
        static const PhraseSet mends{"khắc phục", "xử lý", "tháo gỡ", "chấn chỉnh", "không để"};
        return mends.in(text, span);
    }

    /// One paragraph: what stands behind its colon, or its sentences that find fault; a list behind
    /// semicolons is one finding each.
    void put_paragraph(std::size_t i, Span span, bool all) {
        const auto colon = text.piece(span).find(U':');
        const bool intro = colon != std::u32string_view::npos && colon + 2 < span.size() &&
                           weaknesses().in(text, {span.start, span.start + colon});
        const Span rest{intro ? span.start + colon + 1 : span.start, span.end};
        for (const Span sentence : sentences_of(text, rest)) {
            const bool listed = all || intro || finds_fault(text, sentence);
            std::size_t start = sentence.start;
            for (std::size_t at = sentence.start; at <= sentence.end && listed; ++at) {
                if (at == sentence.end || text.raw()[at] == U';') {
                    put(i, {start, at});
                    start = at + 1;
                }
            }
        }
    }

    /// The leaves below a heading, up to the causes.
    void put_below(std::size_t heading, std::size_t last) {
        for (std::size_t k = heading + 1; k <= last; ++k) {
            if (names_causes(k)) {
                k = std::max(k, item(k).last);
                if (item(k).block.marker.mark == Mark::none) {
                    return;
                }
                continue;
            }
            if (!item(k).children.empty() && is_heading(text, item(k).block.content())) {
                continue;
            }
            const bool bullet = item(k).block.marker.mark != Mark::none;
            if (bullet) {
                put(k, item(k).block.content());
            } else {
                put_paragraph(k, item(k).block.content(), false);
            }
        }
    }

    /// Where the list below an unmarked line ends: with its siblings that carry no such mark.
    std::size_t list_behind(std::size_t i) const {
        const std::size_t next = i + 1;
        if (next >= outline.items.size() || item(next).block.marker.mark == Mark::none) {
            return i;
        }
        const Mark mark = item(next).block.marker.mark;
        const bool bullets = mark == Mark::dash || mark == Mark::plus;
        std::size_t last = i;
        while (bullets && last + 1 < outline.items.size() &&
               (item(last + 1).block.marker.mark == Mark::dash ||
                item(last + 1).block.marker.mark == Mark::plus)) {
            ++last;
        }
        return last;
    }

    /// Reads item `i`; gives the last item that it used up.
    std::size_t read(std::size_t i) {
        const Span span = item(i).block.content();
        const bool background = item(i).kind == SectionKind::background || i < outline.opening;
        if (heads_weaknesses(i) && (background || item(i).kind == SectionKind::unknown)) {
            const bool marked = item(i).block.marker.mark != Mark::none;
            const std::size_t last = marked ? item(i).last : list_behind(i);
            if (last > i) {
                put_below(i, last);
                return last;
            }
            put_paragraph(i, span, false);
            return i;
        }
        static const PhraseSet turns{"tuy nhiên",
                                     "bên cạnh kết quả",
                                     "bên cạnh những kết quả",
                                     "bên cạnh đó vẫn còn",
                                     "song"};
        if (background && !is_heading(text, span) && !names_causes(i)) {
            const auto all = sentences_of(text, span);
            const auto turn = std::find_if(all.begin(), all.end(), [&](Span sentence) {
                return turns.opens(text, sentence) ||
                       (weaknesses().in(text, sentence) && finds_fault(text, sentence) &&
                        text.piece(sentence).find(U':') != std::u32string_view::npos);
            });
            if (turn != all.end()) {
                put_paragraph(i, {turn->start, span.end}, false);
            }
        }
        return i;
    }
};

}  // namespace

void put_findings(Draft& draft, const Text& text, const Outline& outline) {
    FindingReader reader{draft, text, outline};
    for (std::size_t i = 0; i < outline.items.size(); ++i) {
        i = reader.read(i);
    }
}

}  // namespace hoiquan::reader
