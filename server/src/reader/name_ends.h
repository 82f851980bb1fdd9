#pragma once

// Where the name of a body ends when no known verb follows it.

#include "reader/text_view.h"

namespace hoiquan::reader {

/// The name is whole before this word: it closed with "tỉnh", "liên quan", "địa phương" and what
/// follows does not go on with it.
bool closed_before(const Text& text, std::size_t word, Span within);

/// "là cơ quan đầu mối": the body is given its part.
bool is_given_part(const Text& text, std::size_t word, std::size_t end);

/// "Cục Quản lý xây dựng công trình": the object of a verb that stands in a proper name.
bool object_in_name(const Text& text, std::size_t word, std::size_t start);

}  // namespace hoiquan::reader
