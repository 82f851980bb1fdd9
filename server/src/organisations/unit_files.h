#pragma once

// The files of a reform of administrative units: text to rows, and all that is wrong with them.
// Pure.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "organisations/events.h"

namespace hoiquan::organisations {

struct UnitRow {
    std::size_t line = 0;
    std::string code;
    std::string full_name;
    std::string level;        ///< province, district, commune
    std::string parent_code;  ///< Empty for a province.
};
struct MappingRow {
    std::size_t line = 0;
    std::string old_code;
    std::string new_code;
    Share share = Share::whole;
};

struct UnitTables {
    std::vector<UnitRow> before;
    std::vector<UnitRow> after;
    std::vector<MappingRow> mapping;  ///< Communes, and districts without communes.
    std::vector<MappingRow> mapping_provinces;
};

/// What was understood; each fault is at "/<file>:<line>".
struct ReadUnits {
    UnitTables tables;
    std::vector<Fault> faults;
};
ReadUnits read_units(const UnitReform& reform);

/// Fields of CSV lines (RFC 4180), with the line on which each record starts. A mark of the byte
/// order is left out.
struct CsvRecord {
    std::size_t line = 0;
    std::vector<std::string> fields;
};
std::vector<CsvRecord> csv_records(std::string_view text);

}  // namespace hoiquan::organisations
