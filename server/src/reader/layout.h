#pragma once

// Lines of the page, and blocks (paragraphs) made of them: a line that was broken in the middle of
// a sentence is joined with the next.

#include <optional>
#include <string>
#include <vector>

#include "reader/text_view.h"

namespace hoiquan::reader {

struct Line {
    Span span;                 ///< Without blanks at the ends; empty for a blank line.
    bool blank_before = true;  ///< A blank line (or the page's top) stands above.
    bool blank() const { return span.empty(); }
};

/// Kinds of marks that open an item, from the outside to the inside.
enum class Mark {
    none,
    part,      ///< Phần thứ nhất, Chương I
    article,   ///< Điều 1.
    roman,     ///< I.
    capital,   ///< A.
    number,    ///< 1.
    decimal,   ///< 1.1.
    decimal3,  ///< 1.1.1.
    letter,    ///< a)
    dash,      ///< -
    plus,      ///< +
    bracket,   ///< (1), (i)
};

struct Marker {
    Mark mark = Mark::none;
    std::string label;        ///< "II", "3.1", "a"; empty for bullets.
    Span span;                ///< The mark itself with its punctuation.
    std::size_t content = 0;  ///< Where the text behind it begins.
};

struct Block {
    Span span;
    Marker marker;
    bool blank_before = false;
    Span content() const { return {marker.content, span.end}; }
};

/// Non-blank lines of the range.
std::vector<Line> lines_of(const Text& text, Span range);

/// Reads the mark at the start of a line.
Marker marker_at(const Text& text, Span line);

/// True for a line of dashes, asterisks, underscores.
bool is_separator(const Text& text, Span line);
/// True if all its letters are capitals (and it has some).
bool is_capitals(const Text& text, Span line);
/// True if it ends as a sentence or an item of a list ends.
bool ends_sentence(const Text& text, Span line);

std::vector<Block> blocks_of(const Text& text, const std::vector<Line>& lines);

}  // namespace hoiquan::reader
