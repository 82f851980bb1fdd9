#pragma once

// One name of a body (or several on equal footing) read from its first word to the predicate.

#include <optional>

#include "reader/actors.h"

namespace hoiquan::reader {

/// The name that begins at word `first`; nothing if no predicate makes it the subject of the
/// sentence. A name alone, without anything behind it, is a heading.
std::optional<Actor> read_name(const Text& text, std::size_t first, std::size_t end);

}  // namespace hoiquan::reader
