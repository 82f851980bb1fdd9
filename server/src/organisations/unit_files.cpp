#include "organisations/unit_files.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"

namespace hoiquan::organisations {

namespace {

using Args = std::vector<std::pair<std::string, std::string>>;
using Units = std::map<std::string, const UnitRow*>;

constexpr std::size_t kMaxCode = 20;
constexpr std::size_t kMaxName = 300;

/// Takes a text character by character. A doubled quotation mark inside quotes closes and opens
/// them again, and so stands for itself.
class CsvSplitter {
public:
    void take(char c) {
        if (c == '"') {
            if (was_closed_) {
                field_ += c;
            }
            is_quoted_ = !is_quoted_;
            was_closed_ = !is_quoted_;
            return;
        }
        was_closed_ = false;
        if (!is_quoted_ && c == ',') {
            record_.fields.push_back(std::exchange(field_, {}));
        } else if (!is_quoted_ && c == '\n') {
            end_record();
        } else if (is_quoted_ || c != '\r') {
            field_ += c;
        }
        if (c == '\n') {
            ++line_;
            record_.line = is_quoted_ ? record_.line : line_;
        }
    }
    std::vector<CsvRecord> finish() {
        end_record();
        return std::move(records_);
    }

private:
    void end_record() {
        record_.fields.push_back(std::exchange(field_, {}));
        if (record_.fields.size() > 1 || !record_.fields.front().empty()) {
            records_.push_back(std::move(record_));
        }
        record_ = {line_, {}};
    }

    std::vector<CsvRecord> records_;
    CsvRecord record_{1, {}};
    std::string field_;
    std::size_t line_ = 1;
    bool is_quoted_ = false;
    bool was_closed_ = false;  ///< The character before closed the quotes.
};

/// One file: its records by the names of its columns, and its faults.
class Reader {
public:
    Reader(const TextFile& file, std::vector<Fault>& faults) : file_(file), faults_(faults) {
        if (!is_valid_utf8(file.text)) {
            fault(1, "organisations.file_not_utf8");
            return;
        }
        records_ = csv_records(file.text);
    }

    void fault(std::size_t line, const char* key, Args args = {}) {
        faults_.push_back({"/" + file_.name + ":" + std::to_string(line), key, std::move(args)});
    }

    /// False when a column is missing; that is noted.
    bool has_columns(const std::vector<std::string>& wanted) {
        if (records_.empty()) {
            fault(1, "organisations.file_empty");
            return false;
        }
        const auto& header = records_.front().fields;
        for (const auto& name : wanted) {
            const auto at = std::find(header.begin(), header.end(), name);
            if (at == header.end()) {
                fault(1, "organisations.column_missing", {{"column", name}});
            } else {
                columns_[name] = static_cast<std::size_t>(at - header.begin());
            }
        }
        return columns_.size() == wanted.size();
    }

    /// Calls `f(line, field)` for each record below the header that has all its fields.
    template <class F>
    void each(F f) {
        const auto width = records_.front().fields.size();
        for (std::size_t i = 1; i < records_.size(); ++i) {
            const auto& record = records_[i];
            if (record.fields.size() != width) {
                fault(record.line,
                      "organisations.wrong_field_count",
                      {{"count", std::to_string(record.fields.size())},
                       {"wanted", std::to_string(width)}});
                continue;
            }
            f(record.line,
              [&](const char* name) { return to_nfc(trim(record.fields[columns_.at(name)])); });
        }
    }

private:
    const TextFile& file_;
    std::vector<Fault>& faults_;
    std::vector<CsvRecord> records_;
    std::map<std::string, std::size_t> columns_;
};

bool is_code(const std::string& text) {
    return !text.empty() && text.size() <= kMaxCode &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_level(const std::string& text) {
    return text == "province" || text == "district" || text == "commune";
}

void check_unit(Reader& reader, const UnitRow& row) {
    if (!is_code(row.code)) {
        reader.fault(row.line, "organisations.bad_unit_code", {{"value", row.code}});
    }
    if (row.full_name.empty() || length(row.full_name) > kMaxName) {
        reader.fault(row.line, "organisations.bad_unit_name", {{"code", row.code}});
    }
    if (!is_level(row.level)) {
        reader.fault(row.line, "organisations.bad_unit_level", {{"value", row.level}});
    }
}

Units by_code(Reader& reader, const std::vector<UnitRow>& rows) {
    Units out;
    for (const auto& row : rows) {
        const auto [first, is_new] = out.emplace(row.code, &row);
        if (!is_new) {
            reader.fault(row.line,
                         "organisations.unit_code_twice",
                         {{"code", row.code}, {"line", std::to_string(first->second->line)}});
        }
    }
    return out;
}

/// A commune hangs on a district where there are districts, else on a province.
void check_parents(Reader& reader, const std::vector<UnitRow>& rows, const Units& units) {
    const bool has_districts = std::any_of(
        rows.begin(), rows.end(), [](const UnitRow& row) { return row.level == "district"; });
    for (const auto& row : rows) {
        if (row.level == "province") {
            if (!row.parent_code.empty()) {
                reader.fault(row.line, "organisations.province_with_parent", {{"code", row.code}});
            }
            continue;
        }
        const auto parent = units.find(row.parent_code);
        if (parent == units.end()) {
            reader.fault(row.line,
                         "organisations.unit_parent_unknown",
                         {{"code", row.code}, {"parent", row.parent_code}});
            continue;
        }
        const char* wanted = row.level == "commune" && has_districts ? "district" : "province";
        if (is_level(row.level) && parent->second->level != wanted) {
            reader.fault(row.line,
                         "organisations.unit_parent_wrong_level",
                         {{"code", row.code}, {"parent", row.parent_code}});
        }
    }
}

std::vector<UnitRow> read_rows(Reader& reader) {
    std::vector<UnitRow> out;
    if (!reader.has_columns({"code", "full_name", "level", "parent_code"})) {
        return out;
    }
    reader.each([&](std::size_t line, const auto& field) {
        UnitRow row{line, field("code"), field("full_name"), field("level"), field("parent_code")};
        check_unit(reader, row);
        out.push_back(std::move(row));
    });
    return out;
}

std::vector<MappingRow> read_mapping(Reader& reader, bool has_share) {
    std::vector<MappingRow> out;
    std::vector<std::string> columns{"old_code", "new_code"};
    if (has_share) {
        columns.emplace_back("share");
    }
    if (!reader.has_columns(columns)) {
        return out;
    }
    std::set<std::pair<std::string, std::string>> seen;
    reader.each([&](std::size_t line, const auto& field) {
        MappingRow row{line, field("old_code"), field("new_code"), Share::whole};
        if (has_share) {
            const auto share = parse_share(field("share"));
            if (!share) {
                reader.fault(line, "organisations.bad_share", {{"value", field("share")}});
            }
            row.share = share.value_or(Share::part);
        }
        if (!seen.emplace(row.old_code, row.new_code).second) {
            reader.fault(
                line, "organisations.pair_twice", {{"old", row.old_code}, {"new", row.new_code}});
        }
        out.push_back(std::move(row));
    });
    return out;
}

/// Both ends are there; whole stands alone, part never does.
void check_mapping(Reader& reader,
                   const std::vector<MappingRow>& rows,
                   const Units& before,
                   const Units& after) {
    std::map<std::string, std::vector<const MappingRow*>> by_old;
    for (const auto& row : rows) {
        by_old[row.old_code].push_back(&row);
        if (!before.contains(row.old_code)) {
            reader.fault(row.line, "organisations.old_code_unknown", {{"code", row.old_code}});
        }
        if (!after.contains(row.new_code)) {
            reader.fault(row.line, "organisations.new_code_unknown", {{"code", row.new_code}});
        }
    }
    for (const auto& [code, edges] : by_old) {
        for (const auto* edge : edges) {
            if ((edge->share == Share::whole) != (edges.size() == 1)) {
                reader.fault(edge->line,
                             edge->share == Share::whole ? "organisations.whole_not_alone"
                                                         : "organisations.part_alone",
                             {{"code", code}});
            }
        }
    }
}

const char* fault_of_unmapped(bool is_old) {
    return is_old ? "organisations.unit_without_successor"
                  : "organisations.unit_without_predecessor";
}

/// Every unit of the level that must be mapped is.
void check_all_mapped(Reader& reader,
                      const std::vector<UnitRow>& units,
                      const std::string& level,
                      const std::vector<MappingRow>& rows,
                      bool is_old) {
    std::set<std::string> mapped;
    for (const auto& row : rows) {
        mapped.insert(is_old ? row.old_code : row.new_code);
    }
    for (const auto& unit : units) {
        if (unit.level == level && !mapped.contains(unit.code)) {
            reader.fault(unit.line, fault_of_unmapped(is_old), {{"code", unit.code}});
        }
    }
}

/// The code of the province that a unit lies in; empty when its parents are wrong.
std::string province_of(const Units& units, const std::string& code) {
    auto at = units.find(code);
    for (int steps = 0; at != units.end() && steps < 3; ++steps) {
        if (at->second->level == "province") {
            return at->first;
        }
        at = units.find(at->second->parent_code);
    }
    return {};
}

/// A commune goes to a unit of the province that its own province goes to.
void check_provinces_agree(Reader& reader,
                           const UnitTables& tables,
                           const Units& before,
                           const Units& after) {
    std::set<std::pair<std::string, std::string>> pairs;
    for (const auto& row : tables.mapping_provinces) {
        pairs.emplace(row.old_code, row.new_code);
    }
    for (const auto& row : tables.mapping) {
        const auto from = province_of(before, row.old_code);
        const auto to = province_of(after, row.new_code);
        if (!from.empty() && !to.empty() && !pairs.contains({from, to})) {
            reader.fault(row.line,
                         "organisations.provinces_disagree",
                         {{"old", row.old_code}, {"new", row.new_code}});
        }
    }
}

}  // namespace

std::vector<CsvRecord> csv_records(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    CsvSplitter splitter;
    for (const char c : text) {
        splitter.take(c);
    }
    return splitter.finish();
}

ReadUnits read_units(const UnitReform& reform) {
    ReadUnits out;
    auto& tables = out.tables;
    Reader before(reform.before, out.faults);
    Reader after(reform.after, out.faults);
    Reader mapping(reform.mapping, out.faults);
    Reader provinces(reform.mapping_provinces, out.faults);
    tables.before = read_rows(before);
    tables.after = read_rows(after);
    tables.mapping = read_mapping(mapping, true);
    tables.mapping_provinces = read_mapping(provinces, false);
    const auto units_before = by_code(before, tables.before);
    const auto units_after = by_code(after, tables.after);
    check_parents(before, tables.before, units_before);
    check_parents(after, tables.after, units_after);
    check_mapping(mapping, tables.mapping, units_before, units_after);
    check_mapping(provinces, tables.mapping_provinces, units_before, units_after);
    check_all_mapped(before, tables.before, "commune", tables.mapping, true);
    check_all_mapped(after, tables.after, "commune", tables.mapping, false);
    check_all_mapped(before, tables.before, "province", tables.mapping_provinces, true);
    check_all_mapped(after, tables.after, "province", tables.mapping_provinces, false);
    check_provinces_agree(mapping, tables, units_before, units_after);
    return out;
}

}  // namespace hoiquan::organisations
