#pragma once

// Names of bodies in running text: where one begins and where it ends.

#include <optional>

#include "reader/phrases.h"

namespace hoiquan::reader {

/// A name of a body begins at this word ("các" and its like may stand before it).
bool body_begins(const Text& text, std::size_t word, std::size_t end);

/// A predicate begins at this word ("chủ trì", "có trách nhiệm", "khẩn trương" …).
std::optional<Hit> predicate_at(const Text& text, std::size_t word, std::size_t end);
/// Only predicates that leave no doubt: "có trách nhiệm", "phải", "khẩn trương" …
bool strong_predicate_at(const Text& text, std::size_t word, std::size_t end);

/// The name of an issuer from this word on; it ends where the citation goes on.
Span issuer_name(const Text& text, std::size_t word, std::size_t end);

}  // namespace hoiquan::reader
