#pragma once

// The top of the first page: issuer, number, place and date, kind, subject.

#include "reader/layout.h"
#include "reader/values.h"

namespace hoiquan::reader {

struct Header {
    Values values;
    std::size_t body_start = 0;  ///< Offset of the first line of the body.
    bool complete = false;       ///< Number or issuer stood there.
};

Header read_header(const Text& text, const std::vector<Line>& lines);

}  // namespace hoiquan::reader
