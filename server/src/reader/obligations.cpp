#include "reader/draft.h"
#include "reader/phrases.h"
#include "reader/sentences.h"
#include "reader/task_rules.h"

namespace hoiquan::reader {

namespace {

/// Words that bind somebody.
const PhraseSet& binding() {
    static const PhraseSet set{"giao",
                               "yêu cầu",
                               "đề nghị",
                               "có trách nhiệm",
                               "chịu trách nhiệm",
                               "có nhiệm vụ",
                               "phải",
                               "chủ trì",
                               "phân công",
                               "nghiêm cấm",
                               "báo cáo kết quả",
                               "phổ biến đến",
                               "triển khai thực hiện"};
    return set;
}

bool binds(const Text& text, const Item& item, Span sentence) {
    if (item.kind == SectionKind::background) {
        return false;
    }
    const auto actor = actor_of(text, sentence);
    return (actor && !actor->heading) || binding().in(text, sentence) ||
           deadline_in(text, sentence, std::nullopt).has_value();
}

/// The tasks are sorted by place; `from` only moves forward.
std::optional<std::size_t> covering(const Draft& draft, Span sentence, std::size_t& from) {
    while (from < draft.tasks.size() && draft.tasks[from].end <= sentence.start) {
        ++from;
    }
    const bool inside = from < draft.tasks.size() && draft.tasks[from].start < sentence.end;
    return inside ? std::optional(from) : std::nullopt;
}

}  // namespace

void put_obligations(Draft& draft, const Text& text, const Outline& outline) {
    std::size_t from = 0;
    for (std::size_t i = outline.opening; i < outline.items.size(); ++i) {
        const Item& item = outline.items[i];
        for (const Span sentence : sentences_of(text, item.block.content())) {
            const auto task = covering(draft, sentence, from);
            if (task || binds(text, item, sentence)) {
                draft.obligations.push_back({sentence.start, sentence.end, task});
            }
        }
    }
}

}  // namespace hoiquan::reader
