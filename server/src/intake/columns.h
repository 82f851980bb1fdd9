#pragma once

// A page taken apart: rows of running text, two blocks set side by side (the letterhead, the
// recipients beside the signature), and rows of tables.

#include <vector>

#include "intake/page_rows.h"

namespace hoiquan::intake {

struct Piece {
    enum class Kind { body, block, table_row };
    Kind kind = Kind::body;
    std::vector<Row> rows;   ///< Of a body: one. Of a block: its lines.
    std::vector<Row> cells;  ///< Of a table row: one for each column; an empty one has no words.
};

std::vector<Piece> pieces_of(const RowPage& page);

}  // namespace hoiquan::intake
