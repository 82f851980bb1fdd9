#pragma once

// The header's lines taken apart: columns set side by side become cells of their own, and each cell
// says what it is.

#include "reader/layout.h"

namespace hoiquan::reader {

enum class CellKind {
    other,
    motto,
    separator,
    number,
    place_date,
    about,
    kind,
    addressee,
    attachment
};

struct Cell {
    Span span;
    bool blank_before = false;
    CellKind kind = CellKind::other;
    std::size_t line = 0;  ///< Index of its line.
    bool right = false;    ///< Stands in the right one of two columns.
};

/// The cells of the first lines, at most down to the body.
std::vector<Cell> header_cells(const Text& text, const std::vector<Line>& lines);

/// How long the name of the document's kind is at the start of the cell; 0 if none stands there.
struct KindName {
    std::size_t id = 0;
    std::size_t end = 0;  ///< Offset behind the name.
};
constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

/// The word "số" that opens the cell of the number, alone or behind the kind's name.
std::size_t number_word(const Text& text, Span cell);

std::optional<KindName> kind_at(const Text& text, Span span);

}  // namespace hoiquan::reader
