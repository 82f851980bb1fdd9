#pragma once

// Batches of rows out of a spreadsheet: preview, confirmation, undo. The module that owns the rows
// says by its Importer what becomes of them, and asks for permission before it calls any of this.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "base/dates.h"
#include "base/error.h"
#include "base/ids.h"
#include "office/office.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::imports {

using BatchId = Id<struct ImportBatchTag>;

enum class Outcome { added, updated, unchanged, to_complete, faulty };
std::string_view to_string(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view text);

enum class State { preview, confirmed, undone };
std::string_view to_string(State state);

/// Why a row is what it is, or what is wrong with the file; with its cell where it has one.
using Reason = office::TableFault;

struct Row {
    std::int64_t number = 0;  ///< As the spreadsheet counts.
    Outcome outcome = Outcome::faulty;
    std::string title;  ///< By which a person knows the row; empty for a faulty one.
    std::vector<Reason> reasons;
    boost::json::object values;  ///< As the module writes them.
    boost::json::object before;  ///< As the record was; for the undo.
    std::optional<std::string> record;
    std::optional<std::int64_t> version;  ///< Of the record: when compared, later as written.
};

class Importer {
public:
    struct Written {
        std::string record;
        std::int64_t version = 1;
    };
    Importer() = default;
    Importer(const Importer&) = delete;
    Importer& operator=(const Importer&) = delete;
    virtual ~Importer() = default;

    virtual std::string_view kind() const = 0;
    virtual std::vector<office::TableColumnRule> columns(const db::ReadTx& tx) const = 0;
    /// What becomes of each row that has no fault yet.
    virtual std::vector<Row> plan(const db::ReadTx& tx,
                                  const OrganisationId& organisation,
                                  const office::ReadTable& table) const = 0;
    /// Differs as soon as anything that plan() compared with has changed.
    virtual std::string stamp(const db::ReadTx& tx, const OrganisationId& organisation) const = 0;
    virtual Written write(db::WriteTx& tx,
                          const OrganisationId& organisation,
                          const Row& row) const = 0;
    /// False when the record is not as the row left it.
    virtual bool undo(db::WriteTx& tx,
                      const OrganisationId& organisation,
                      const Row& row) const = 0;
};

struct Batch {
    BatchId id;
    std::string kind;
    OrganisationId organisation;
    std::string file_name;
    std::string sheet;
    std::int64_t header_row = 0;
    State state = State::preview;
    std::string stamp;
    std::vector<Reason> faults;  ///< Of the file as a whole.
    std::vector<Reason> notes;   ///< What was passed over.
    std::string created_by;
    Instant created_at;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> undone_at;
    std::optional<std::string> undo_reason;
    std::int64_t version = 1;
    std::vector<std::pair<Outcome, std::int64_t>> counts;
};

struct File {
    std::string name;
    std::string bytes;
};
/// Rows done of all rows; false stops.
using Progress = std::function<bool(std::size_t done, std::size_t all)>;

/// Reads the file and keeps its preview. Error(invalid) for what is no workbook. Nothing when
/// `progress` stopped it.
std::optional<BatchId> read_file(db::Database& database,
                                 const auth::Actor& actor,
                                 const OrganisationId& organisation,
                                 const Importer& importer,
                                 const File& file,
                                 const Progress& progress = {});

/// A batch is found for its body and kind only: Error(not_found, "imports.not_found"); so below.
struct Where {
    OrganisationId organisation;
    std::string_view kind;
    BatchId batch;
};
Batch get(const db::ReadTx& tx, const Where& where);
struct BatchPage {
    std::vector<Batch> items;  ///< Newest first.
    std::int64_t total = 0;
};
BatchPage list(const db::ReadTx& tx,
               const OrganisationId& organisation,
               std::string_view kind,
               int limit,
               int offset);
struct RowQuery {
    std::optional<Outcome> outcome;
    int limit = 50;
    int offset = 0;
};
struct RowPage {
    std::vector<Row> items;  ///< As in the file; without values.
    std::int64_t total = 0;
};
RowPage rows(const db::ReadTx& tx, const Where& where, const RowQuery& query);

/// Writes the rows that are added or updated. Error(conflict) when the register has changed since
/// the preview, or the batch is no preview any more.
void confirm(db::WriteTx& tx,
             const auth::Actor& actor,
             const Importer& importer,
             const Where& where,
             std::int64_t version);
/// Takes back all rows. Error(conflict, "imports.rows_changed") naming those that were changed
/// since; then nothing is taken back.
void undo(db::WriteTx& tx,
          const auth::Actor& actor,
          const Importer& importer,
          const Where& where,
          const std::string& reason);
/// A preview that nobody wants.
void discard(db::WriteTx& tx, const auth::Actor& actor, const Where& where);

}  // namespace hoiquan::imports

#include "imports/json.h"      // IWYU pragma: export
#include "imports/readings.h"  // IWYU pragma: export
