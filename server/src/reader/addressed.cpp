#include "reader/phrases.h"
#include "reader/tasks.h"

namespace hoiquan::reader {

std::vector<Span> addressed_in_opening(const Text& text, const Outline& outline) {
    static const PhraseSet orders{"yêu cầu", "giao", "đề nghị", "chỉ đạo"};
    for (std::size_t i = outline.opening; i-- > 0;) {
        const Span span = outline.items[i].span();
        if (!text.piece(span).ends_with(U":")) {
            continue;
        }
        const auto& words = text.words();
        for (std::size_t w = text.word_from(span.start);
             w < words.size() && words[w].end <= span.end;
             ++w) {
            if (!orders.at(text, w, span.end) || text.is_capital(w)) {
                continue;
            }
            const auto actor = actor_of(text, {words[w].start, span.end});
            if (actor && actor->ordered) {
                return actor->names;
            }
        }
    }
    return {};
}

}  // namespace hoiquan::reader
