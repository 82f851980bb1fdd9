#pragma once

// Who acts, with whom, and who is to be told.

#include <optional>
#include <vector>

#include "reader/text_view.h"

namespace hoiquan::reader {

struct Actor {
    std::vector<Span> names;
    Span whole;                    ///< From the first name to the last.
    std::size_t rest = 0;          ///< Where the predicate begins.
    bool ordered = false;          ///< Behind "giao", "yêu cầu", "đề nghị".
    bool heading = false;          ///< Nothing but the name stands there.
    bool behind_decision = false;  ///< "Đồng ý …; giao X …".
    double confidence = 0.0;
};

/// The actor of a sentence or heading (without its mark).
std::optional<Actor> actor_of(const Text& text, Span sentence);

/// Names separated as bodies on equal footing; `listed` when the text is a list of bodies and
/// nothing else ("Sở A, Sở B").
std::vector<Span> split_names(const Text& text, Span names, bool listed);

/// Bodies behind "phối hợp với".
std::vector<Span> cooperating_in(const Text& text, Span span);

/// The body behind "báo cáo".
std::optional<Span> report_to_in(const Text& text, Span span);

/// "Đồng ý …; giao X …": the order behind a decision in the same sentence.
std::optional<Actor> order_inside(const Text& text, Span sentence);

/// Cuts off what does not belong to a list of bodies behind a label ("Sở X tiến hành rà soát …").
Span names_before_predicate(const Text& text, Span value);

}  // namespace hoiquan::reader
