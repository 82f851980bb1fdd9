#pragma once

// The rows of a page: words that stand beside each other at one height, in reading order.

#include <string>
#include <vector>

#include "intake/words.h"

namespace hoiquan::intake {

struct Row {
    std::vector<Word> words;  ///< From left to right; never empty.
    double top = 0.0;
    double bottom = 0.0;
    double left() const { return words.front().box.left; }
    double right() const { return words.back().box.right(); }
    double middle() const { return (top + bottom) / 2; }
};

/// What the page's letters measure: all distances are told by them.
struct Measure {
    double letter = 1.0;  ///< Width of a letter on average.
    double pitch = 1.0;   ///< From one line to the next within a paragraph.
};

struct RowPage {
    std::vector<Row> rows;  ///< From top to bottom.
    Measure measure;
    double height = 0.0;
};

RowPage rows_of(const WordPage& page);

Row row_of(std::vector<Word> words);
std::string text_of(const Row& row);

/// Takes off page numbers, and the lines that return at the head or foot of most pages. What was
/// taken comes back as text: a mark of secrecy may stand in it.
std::string drop_running_lines(std::vector<RowPage>& pages);

}  // namespace hoiquan::intake
