#include <algorithm>
#include <array>

#include "reader/document_types.h"
#include "reader/draft.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

struct Cue {
    std::string_view words;
    std::string_view kind;
};

constexpr std::array<Cue, 38> kCues{{
    {"căn cứ", "based_on"},
    {"trên cơ sở", "based_on"},
    {"theo", "based_on"},
    {"theo đề nghị tại", "based_on"},
    {"xét", "based_on"},
    {"thực hiện", "implements"},
    {"triển khai", "implements"},
    {"triển khai thực hiện", "implements"},
    {"tổ chức thực hiện", "implements"},
    {"quán triệt", "implements"},
    {"quán triệt và thực hiện", "implements"},
    {"cụ thể hóa", "implements"},
    {"thi hành", "implements"},
    {"tiếp tục thực hiện", "continues"},
    {"tiếp tục triển khai", "continues"},
    {"tiếp tục lãnh đạo chỉ đạo thực hiện", "continues"},
    {"tiếp tục thực hiện hiệu quả", "continues"},
    {"tiếp tục", "continues"},
    {"tổng kết", "reviews"},
    {"sơ kết", "reviews"},
    {"tổng kết việc thực hiện", "reviews"},
    {"sơ kết việc thực hiện", "reviews"},
    {"hướng dẫn thực hiện", "guides"},
    {"hướng dẫn thi hành", "guides"},
    {"hướng dẫn triển khai", "guides"},
    {"quy định chi tiết", "guides"},
    {"thay thế", "replaces"},
    {"thay thế cho", "replaces"},
    {"sửa đổi", "amends"},
    {"bổ sung", "amends"},
    {"sửa đổi bổ sung", "amends"},
    {"điều chỉnh", "amends"},
    {"đính chính", "amends"},
    {"bãi bỏ", "repeals"},
    {"hủy bỏ", "repeals"},
    {"phúc đáp", "replies_to"},
    {"trả lời", "replies_to"},
    {"xét đề nghị tại", "replies_to"},
}};

const PhraseSet& cues() {
    static const PhraseSet set = [] {
        std::vector<std::string_view> words;
        words.reserve(kCues.size());
        for (const Cue& cue : kCues) {
            words.push_back(cue.words);
        }
        return PhraseSet(words);
    }();
    return set;
}

bool changes_law(std::string_view kind) {
    return kind == "replaces" || kind == "amends" || kind == "repeals";
}

struct RelationReader {
    const Text& text;

    /// Words back to the start of the sentence or the paragraph.
    std::size_t sentence_first(std::size_t word) const {
        constexpr std::size_t farthest = 60;
        std::size_t first = word;
        while (first > 0 && word - first < farthest) {
            const auto gap = text.gap_after(first - 1);
            const bool stop = gap.find(U'\n') != std::u32string_view::npos &&
                              (gap.find(U';') != std::u32string_view::npos ||
                               gap.find(U'.') != std::u32string_view::npos ||
                               gap.find(U"\n\n") != std::u32string_view::npos);
            if (stop || gap.find(U". ") != std::u32string_view::npos ||
                gap.find(U"; ") != std::u32string_view::npos) {
                break;
            }
            --first;
        }
        return first;
    }

    /// "Quyết định này thay thế …", "Bãi bỏ …", a title "Sửa đổi, bổ sung …": this document does
    /// it.
    bool of_this_document(std::size_t first, const Hit& cue) const {
        const Span before{text.words()[first].start, cue.span.start};
        const bool itself =
            text.lower_piece(before).find(U"này") != std::u32string_view::npos ||
            text.lower_piece(before).find(U"hết hiệu lực") != std::u32string_view::npos;
        constexpr std::size_t near = 8;
        return itself || cue.word < first + near;
    }

    /// "được sửa đổi, bổ sung bởi/theo Nghị định …": another document did it.
    bool told_of_another(const Hit& cue) const {
        static const PhraseSet passive{"được", "đã được"};
        const auto behind = text.word(cue.word + cue.words);
        return passive.before(text, cue.word, 0) || behind == U"bởi" || behind == U"tại";
    }

    /// The cue that governs the citation at `word`: the nearest before it; an act on the law wins.
    std::optional<Hit> cue_before(std::size_t first, std::size_t word) const {
        std::optional<Hit> best;
        for (std::size_t w = first; w < word; ++w) {
            const auto hit = cues().at(text, w, text.words()[word].start);
            if (!hit || told_of_another(*hit)) {
                continue;
            }
            const bool law = changes_law(kCues.at(hit->id).kind);
            const bool keeps = best && changes_law(kCues.at(best->id).kind) && !law;
            if (!keeps && (!law || of_this_document(first, *hit))) {
                best = hit;
            }
            w += hit->words - 1;
        }
        return best;
    }
};

/// "… bị bãi bỏ", "… hết hiệu lực" behind the citation.
std::optional<Hit> ended_behind(const Text& text, std::size_t at) {
    static const PhraseSet ends{"hết hiệu lực", "bị bãi bỏ", "bị thay thế"};
    constexpr std::size_t near = 220;
    std::size_t stop = std::min(at + near, text.size());
    const auto dot = text.raw().find(U". ", at);
    stop = std::min({stop, dot, text.raw().find(U'\n', at)});
    return at < stop ? ends.find(text, {at, stop}) : std::nullopt;
}

/// The meeting whose conclusion this is, out of the subject or the opening.
std::optional<Span> meeting_in(const Text& text, Span span) {
    static const PhraseSet meetings{"hội nghị lần thứ",
                                    "hội nghị",
                                    "cuộc họp",
                                    "phiên họp",
                                    "buổi làm việc",
                                    "kỳ họp",
                                    "phiên làm việc",
                                    "giao ban"};
    const auto hit = meetings.find(text, span);
    return hit ? std::optional(text.stripped({hit->span.start, span.end}, U".,;: ")) : std::nullopt;
}

void put_meeting(Draft& draft, const Text& text) {
    const auto subject = draft.places.find("/metadata/subject");
    const bool concludes =
        draft.metadata.subject && draft.metadata.type &&
        (*draft.metadata.type == "conclusion" || *draft.metadata.type == "notice");
    if (!concludes || subject == draft.places.end()) {
        return;
    }
    static const PhraseSet conclusion{"kết luận"};
    const Span span{subject->second.start, subject->second.end};
    const bool said = *draft.metadata.type == "conclusion" || conclusion.in(text, span);
    const auto meeting = said ? meeting_in(text, span) : std::nullopt;
    if (meeting) {
        put_place(draft, "/relations/" + std::to_string(draft.relations.size()), *meeting, 0.85);
        draft.relations.push_back(
            {"concludes_meeting", "kết luận", std::nullopt, text.one_line(*meeting)});
    }
}

}  // namespace

void put_relations(Draft& draft, const Text& text) {
    put_meeting(draft, text);
    const RelationReader reader{text};
    std::size_t last_end = 0;
    std::optional<Hit> last_cue;
    for (std::size_t c = 0; c < draft.citations.size(); ++c) {
        const Place place = draft.places["/citations/" + std::to_string(c)];
        const std::size_t word = text.word_from(place.start);
        const std::size_t first = reader.sentence_first(word);
        auto cue = reader.cue_before(first, word);
        // In a list the cue stands once: "thay thế Quyết định số A và Quyết định số B".
        const bool listed =
            last_cue && first < text.words().size() && text.words()[first].start < last_end;
        if (!cue && listed) {
            cue = last_cue;
        }
        const auto ended = ended_behind(text, place.end);
        last_end = place.end;
        last_cue = cue;
        if (!cue && !ended) {
            continue;
        }
        const bool over = ended.has_value();
        const Span words = over ? ended->span : cue->span;
        put_place(draft, "/relations/" + std::to_string(draft.relations.size()), words, 0.85);
        draft.relations.push_back({over ? "repeals" : std::string(kCues.at(cue->id).kind),
                                   text.one_line(words),
                                   c,
                                   std::nullopt});
    }
}

}  // namespace hoiquan::reader
