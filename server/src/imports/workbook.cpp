// A workbook read into a preview. Opens its own transactions: reading takes long and holds none.

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/text.h"
#include "imports/imports.h"
#include "imports/service.h"

namespace hoiquan::imports {

namespace {

constexpr std::size_t kLongestFileName = 200;  // Code points.

/// A register is smaller than what a workbook may hold; what is larger is no register.
office::XlsxLimits workbook_limits() {
    office::XlsxLimits limits;
    limits.sheet_bytes = std::size_t{128} << 20;
    limits.rows = 100'000;
    limits.columns = 256;
    limits.cells = 2'000'000;
    limits.text_bytes = std::size_t{64} << 20;
    return limits;
}

std::string shown_name(std::string_view name) {
    auto points = to_code_points(to_nfc(repair_utf8(name)));
    points.resize(std::min(points.size(), kLongestFileName));
    return to_utf8(points);
}

/// The faulty rows of the table itself.
std::vector<Row> faulty_rows(const office::ReadTable& table) {
    std::vector<Row> out;
    auto fault = table.faults.begin();
    for (const auto& read : table.rows) {
        if (!read.has_faults) {
            continue;
        }
        Row row;
        row.number = static_cast<std::int64_t>(read.number);
        fault = std::find_if(
            fault, table.faults.end(), [&](const Reason& one) { return one.row == read.number; });
        for (; fault != table.faults.end() && fault->row == read.number; ++fault) {
            row.reasons.push_back(*fault);
        }
        out.push_back(std::move(row));
    }
    return out;
}

/// Faults that belong to no row: then the file is not compared at all.
std::vector<Reason> faults_of_file(const office::ReadTable& table) {
    std::vector<Reason> out;
    std::copy_if(
        table.faults.begin(), table.faults.end(), std::back_inserter(out), [](const Reason& fault) {
            return fault.cell.empty();
        });
    return out;
}

std::vector<Row> planned(const db::ReadTx& tx,
                         const OrganisationId& organisation,
                         const Importer& importer,
                         const office::ReadTable& table) {
    auto out = faulty_rows(table);
    for (auto& row : importer.plan(tx, organisation, table)) {
        if (row.outcome == Outcome::faulty) {
            row.title.clear();
            row.values.clear();
            row.before.clear();
        }
        out.push_back(std::move(row));
    }
    std::sort(
        out.begin(), out.end(), [](const Row& a, const Row& b) { return a.number < b.number; });
    return out;
}

Batch batch_of(const OrganisationId& organisation,
               const Importer& importer,
               const File& file,
               const office::ReadTable& table) {
    Batch batch;
    batch.kind = importer.kind();
    batch.organisation = organisation;
    batch.file_name = shown_name(file.name);
    batch.sheet = table.sheet;
    batch.header_row = static_cast<std::int64_t>(table.header_row);
    batch.faults = faults_of_file(table);
    batch.notes = table.notes;
    return batch;
}

}  // namespace

std::optional<BatchId> read_file(db::Database& database,
                                 const auth::Actor& actor,
                                 const OrganisationId& organisation,
                                 const Importer& importer,
                                 const File& file,
                                 const Progress& progress) {
    const auto rules = database.read([&](const db::ReadTx& tx) { return importer.columns(tx); });
    const auto table = office::read_table(office::read_xlsx(file.bytes, workbook_limits()), rules);
    if (!report(progress, 0, table.rows.size())) {
        return std::nullopt;
    }
    auto batch = batch_of(organisation, importer, file, table);
    std::vector<Row> rows;
    database.read([&](const db::ReadTx& tx) {
        batch.stamp = importer.stamp(tx, organisation);
        rows =
            batch.faults.empty() ? planned(tx, organisation, importer, table) : std::vector<Row>();
    });
    return database.write([&](db::WriteTx& tx) -> std::optional<BatchId> {
        batch.id = tx.new_id<BatchId>();
        keep_preview(tx, actor, batch, rows, progress);
        return batch.id;
    });
}

}  // namespace hoiquan::imports
