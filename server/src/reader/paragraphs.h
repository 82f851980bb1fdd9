#pragma once

// Who acts in the sentences of one paragraph.

#include <optional>

#include "reader/actors.h"

namespace hoiquan::reader {

/// How many sentences tell somebody to act: "Giao Sở X …".
std::size_t orders_in(const Text& text, Span paragraph);
/// How many times a sentence names another body that acts than the one before.
std::size_t actors_in(const Text& text, Span paragraph);
/// `next` is not the body that acted before.
bool is_other(const Text& text, const Actor& next, const std::optional<Actor>& before);

}  // namespace hoiquan::reader
