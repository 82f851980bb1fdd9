#include "reader/bodies.h"
#include "reader/document_types.h"
#include "reader/draft.h"
#include "reader/phrases.h"
#include "reader/sentences.h"

namespace hoiquan::reader {

namespace {

const PhraseSet& spreads() {
    static const PhraseSet set{"phổ biến đến",
                               "phổ biến tới",
                               "phổ biến rộng rãi đến",
                               "phổ biến rộng rãi tới",
                               "phổ biến sâu rộng đến",
                               "phổ biến kịp thời đến",
                               "quán triệt đến",
                               "quán triệt tới",
                               "quán triệt sâu rộng đến",
                               "triển khai đến",
                               "truyền đạt đến",
                               "thông báo đến"};
    return set;
}

/// The document speaks of itself: "Kết luận này".
bool names_itself(const Text& text, Span sentence) {
    const auto& words = text.words();
    for (std::size_t w = text.word_from(sentence.start);
         w < words.size() && words[w].end <= sentence.end;
         ++w) {
        const auto name = type_names().at(text, w, sentence.end);
        if (name && text.word(w + name->words) == U"này") {
            return true;
        }
    }
    return false;
}

/// "… đến chi bộ để thực hiện": to whom, up to what is to be done then.
Span reached(const Text& text, std::size_t first, std::size_t end) {
    static const PhraseSet stops{"để",
                                 "và tổ chức",
                                 "nhằm",
                                 "trong tháng",
                                 "trong quý",
                                 "bằng",
                                 "kịp thời",
                                 "biết",
                                 "thực hiện",
                                 "trước ngày",
                                 "và thực",
                                 "và triển",
                                 "theo quy định",
                                 "qua",
                                 "trong",
                                 "và báo cáo",
                                 "đúng quy định"};
    const auto& words = text.words();
    if (first >= words.size() || words[first].end > end) {
        return {};
    }
    Span span = words[first];
    constexpr std::size_t longest = 40;
    for (std::size_t w = first + 1; w < words.size() && words[w].end <= end && w < first + longest;
         ++w) {
        const auto gap = text.gap_after(w - 1);
        if (gap.find_first_of(U".;:(") != std::u32string_view::npos || stops.at(text, w, end)) {
            break;
        }
        span.end = words[w].end;
    }
    return text.stripped(span, U",; ");
}

/// Who is reached is a body or a rank of the Party, the members, the people.
bool may_be_reached(const Text& text, Span to) {
    static const PhraseSet ranks{"chi bộ",
                                 "cấp",
                                 "đảng viên",
                                 "cán bộ",
                                 "toàn thể",
                                 "toàn dân",
                                 "người dân",
                                 "nhân dân",
                                 "các tầng lớp",
                                 "đoàn viên",
                                 "hội viên",
                                 "từng",
                                 "tận",
                                 "mọi",
                                 "khu phố",
                                 "cơ sở",
                                 "đội ngũ",
                                 "hội viên"};
    const std::size_t w = text.word_from(to.start);
    return !to.empty() && (ranks.at(text, w, to.end) || body_begins(text, w, to.end));
}

}  // namespace

void put_dissemination(Draft& draft, const Text& text, const Outline& outline) {
    for (const Item& item : outline.items) {
        if (item.kind == SectionKind::background && !item.closing) {
            continue;
        }
        for (const Span sentence : sentences_of(text, item.block.content())) {
            const auto cue = spreads().find(text, sentence);
            if (!cue) {
                continue;
            }
            const bool itself = names_itself(text, sentence);
            const std::size_t behind = cue->word + cue->words;
            const Span to = reached(text, behind, sentence.end);
            const bool rank = may_be_reached(text, to);
            const bool cells = text.lower_piece(to).find(U"chi bộ") != std::u32string_view::npos;
            if (!rank || !(itself || item.closing || cells)) {
                continue;
            }
            const std::string pointer =
                "/dissemination/" + std::to_string(draft.dissemination.size());
            Dissemination order;
            order.text = text.utf8(sentence);
            put_place(draft, pointer, sentence, 0.9);
            const auto by = actor_of(text, sentence);
            if (by && !by->heading && by->whole.end <= cue->span.start) {
                order.by = put_names(draft, text, pointer + "/by", by->names, 0.85);
            }
            order.to = put_names(draft, text, pointer + "/to", split_names(text, to, true), 0.9);
            draft.dissemination.push_back(std::move(order));
        }
    }
}

}  // namespace hoiquan::reader
