#include "imports/service.h"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/words.h"
#include "imports/imports.h"
#include "imports/store.h"
#include "platform/audit/audit.h"

namespace hoiquan::imports {

namespace json = boost::json;

namespace {

constexpr Words<Outcome, 5> kOutcomes{{{Outcome::added, "added"},
                                       {Outcome::updated, "updated"},
                                       {Outcome::unchanged, "unchanged"},
                                       {Outcome::to_complete, "to_complete"},
                                       {Outcome::faulty, "faulty"}}};
constexpr Words<State, 3> kStates{
    {{State::preview, "preview"}, {State::confirmed, "confirmed"}, {State::undone, "undone"}}};

constexpr std::size_t kMostFaultsShown = 50;

json::object counts_of(const Batch& batch) {
    json::object out;
    for (const auto& [outcome, count] : batch.counts) {
        out[to_string(outcome)] = count;
    }
    return out;
}

void record(db::WriteTx& tx,
            const auth::Actor& actor,
            const Batch& batch,
            const char* action,
            const std::string& reason = {}) {
    audit::record(tx,
                  actor,
                  {.action = action,
                   .entity = "import",
                   .entity_id = batch.id.str(),
                   .before = nullptr,
                   .after = json::object{{"kind", batch.kind}, {"counts", counts_of(batch)}},
                   .reason = reason,
                   .parent_entity_id = batch.organisation.str()});
}

void demand_state(const Batch& batch, State state) {
    if (batch.state != state) {
        throw Error(ErrorCode::conflict,
                    state == State::preview ? "imports.no_preview" : "imports.not_confirmed")
            .with_current(json::serialize(to_json(batch)));
    }
}

}  // namespace

bool report(const Progress& progress, std::size_t done, std::size_t all) {
    constexpr std::size_t step = 200;
    return !progress || (done % step != 0 && done != all) || progress(done, all);
}

std::string_view to_string(Outcome outcome) {
    return word_of(kOutcomes, outcome);
}
std::optional<Outcome> parse_outcome(std::string_view text) {
    return value_of(kOutcomes, text);
}
std::string_view to_string(State state) {
    return word_of(kStates, state);
}

void keep_preview(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const Batch& batch,
                  const std::vector<Row>& rows,
                  const Progress& progress) {
    store::insert(tx, actor, batch);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        store::insert_row(tx, batch.id, rows[i]);
        if (!report(progress, i + 1, rows.size())) {
            throw Error(ErrorCode::conflict, "imports.stopped");
        }
    }
    record(tx, actor, get(tx, {batch.organisation, batch.kind, batch.id}), "import.previewed");
}

Batch get(const db::ReadTx& tx, const Where& where) {
    auto found = store::find(tx, where);
    if (!found) {
        throw Error(ErrorCode::not_found, "imports.not_found");
    }
    return *std::move(found);
}

BatchPage list(const db::ReadTx& tx,
               const OrganisationId& organisation,
               std::string_view kind,
               int limit,
               int offset) {
    return store::list(tx, organisation, kind, limit, offset);
}

RowPage rows(const db::ReadTx& tx, const Where& where, const RowQuery& query) {
    return store::rows(tx, get(tx, where).id, query);
}

void confirm(db::WriteTx& tx,
             const auth::Actor& actor,
             const Importer& importer,
             const Where& where,
             std::int64_t version) {
    const auto batch = get(tx, where);
    demand_state(batch, State::preview);
    if (batch.version != version) {
        throw Error(ErrorCode::conflict, "http.conflict")
            .with_current(json::serialize(to_json(batch)));
    }
    if (batch.stamp != importer.stamp(tx, where.organisation)) {
        throw Error(ErrorCode::conflict, "imports.register_changed")
            .with_current(json::serialize(to_json(batch)));
    }
    auto writable = store::rows_to_write(tx, where.batch);
    if (writable.empty()) {
        throw Error(ErrorCode::invalid, "imports.nothing_to_write");
    }
    for (auto& row : writable) {
        auto written = importer.write(tx, where.organisation, row);
        row.record = std::move(written.record);
        row.version = written.version;
        store::set_written(tx, where.batch, row);
    }
    store::set_confirmed(tx, actor, where.batch);
    record(tx, actor, batch, "import.confirmed");
}

void undo(db::WriteTx& tx,
          const auth::Actor& actor,
          const Importer& importer,
          const Where& where,
          const std::string& reason) {
    const auto batch = get(tx, where);
    demand_state(batch, State::confirmed);
    auto written = store::rows_to_write(tx, where.batch);
    std::reverse(written.begin(), written.end());
    std::vector<Fault> faults;
    for (const auto& row : written) {
        if (!importer.undo(tx, where.organisation, row) && faults.size() < kMostFaultsShown) {
            faults.push_back({"", "imports.row_changed", {{"row", std::to_string(row.number)}}});
        }
    }
    if (!faults.empty()) {
        throw Error(ErrorCode::conflict, "imports.rows_changed", std::move(faults));
    }
    store::set_undone(tx, actor, where.batch, reason);
    record(tx, actor, batch, "import.undone", reason);
}

void discard(db::WriteTx& tx, const auth::Actor& actor, const Where& where) {
    const auto batch = get(tx, where);
    demand_state(batch, State::preview);
    record(tx, actor, batch, "import.discarded");
    store::remove(tx, where.batch);
}

}  // namespace hoiquan::imports
