#pragma once

// Tables that have become lines: a header that begins with "STT", then rows that begin with their
// number; cells on lines of their own or apart by tabs or bars.

#include <vector>

#include "reader/tasks.h"

namespace hoiquan::reader {

struct TableTasks {
    std::vector<FoundTask> tasks;
    std::vector<Line> rest;  ///< The lines outside of tables.
};

TableTasks read_tables(const Text& text, const std::vector<Line>& lines);

}  // namespace hoiquan::reader
