#include "reader/paragraphs.h"

#include <algorithm>

#include "reader/sentences.h"

namespace hoiquan::reader {

std::size_t orders_in(const Text& text, Span paragraph) {
    const auto all = sentences_of(text, paragraph);
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](Span sentence) {
        const auto who = actor_of(text, sentence);
        return who && who->ordered;
    }));
}

std::size_t actors_in(const Text& text, Span paragraph) {
    constexpr double sure = 0.9;
    std::optional<Actor> last;
    std::size_t count = 0;
    for (const Span sentence : sentences_of(text, paragraph)) {
        const auto who = actor_of(text, sentence);
        if (who && !who->heading && who->confidence > sure && is_other(text, *who, last)) {
            ++count;
            last = who;
        }
    }
    return count;
}

bool is_other(const Text& text, const Actor& next, const std::optional<Actor>& before) {
    return !before || text.lower_piece(next.whole) != text.lower_piece(before->whole);
}

}  // namespace hoiquan::reader
