#include "imports/store.h"

#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "imports/json.h"
#include "imports/sql.h"

namespace hoiquan::imports::store {

namespace json = boost::json;

namespace {

State state_from(std::string_view text) {
    for (const auto state : {State::preview, State::confirmed, State::undone}) {
        if (to_string(state) == text) {
            return state;
        }
    }
    throw std::runtime_error("imports: unknown state");
}

Batch batch_from(const db::Row& row) {
    Batch out;
    out.id = row.get<BatchId>(0);
    out.kind = row.get<std::string>(1);
    out.organisation = row.get<OrganisationId>(2);
    out.file_name = row.get<std::string>(3);
    out.sheet = row.get<std::string>(4);
    out.header_row = row.get<std::int64_t>(5);
    out.state = state_from(row.text(6));
    out.stamp = row.get<std::string>(7);
    out.faults = reasons_from_json(row.text(8));
    out.notes = reasons_from_json(row.text(9));
    out.created_by = row.get<std::string>(10);
    out.created_at = row.get<Instant>(11);
    out.confirmed_at = row.get<std::optional<Instant>>(12);
    out.undone_at = row.get<std::optional<Instant>>(13);
    out.undo_reason = row.get<std::optional<std::string>>(14);
    out.version = row.get<std::int64_t>(15);
    int column = 16;
    for (const auto outcome : {Outcome::added,
                               Outcome::updated,
                               Outcome::unchanged,
                               Outcome::to_complete,
                               Outcome::faulty}) {
        out.counts.emplace_back(outcome, row.get<std::int64_t>(column++));
    }
    return out;
}

Row row_from(const db::Row& row) {
    Row out;
    out.number = row.get<std::int64_t>(0);
    out.outcome = parse_outcome(row.text(1)).value_or(Outcome::faulty);
    out.title = row.get<std::string>(2);
    out.reasons = reasons_from_json(row.text(3));
    out.record = row.get<std::optional<std::string>>(4);
    out.version = row.get<std::optional<std::int64_t>>(5);
    return out;
}

Row whole_row_from(const db::Row& row) {
    Row out = row_from(row);
    out.values = json::parse(row.text(6)).as_object();
    out.before = json::parse(row.text(7)).as_object();
    return out;
}

std::optional<std::string> word(const std::optional<Outcome>& outcome) {
    return outcome ? std::optional<std::string>(to_string(*outcome)) : std::nullopt;
}

}  // namespace

void insert(db::WriteTx& tx, const auth::Actor& actor, const Batch& batch) {
    tx.exec(sql::insert_batch,
            {batch.id,
             batch.kind,
             batch.organisation,
             batch.file_name,
             batch.sheet,
             batch.header_row,
             to_string(batch.state),
             batch.stamp,
             json::serialize(to_json(batch.faults)),
             json::serialize(to_json(batch.notes)),
             actor.user,
             tx.now()});
}

void insert_row(db::WriteTx& tx, const BatchId& batch, const Row& row) {
    tx.exec(sql::insert_row,
            {batch,
             row.number,
             to_string(row.outcome),
             row.title,
             json::serialize(to_json(row.reasons)),
             json::serialize(row.values),
             json::serialize(row.before),
             row.record,
             row.version});
}

std::optional<Batch> find(const db::ReadTx& tx, const Where& where) {
    return tx.find(sql::find_batch, {where.batch, where.organisation, where.kind}, batch_from);
}

BatchPage list(const db::ReadTx& tx,
               const OrganisationId& organisation,
               std::string_view kind,
               int limit,
               int offset) {
    return {tx.list(sql::list_batches, {organisation, kind, limit, offset}, batch_from),
            tx.integer(sql::count_batches, {organisation, kind})};
}

RowPage rows(const db::ReadTx& tx, const BatchId& batch, const RowQuery& query) {
    return {
        tx.list(sql::list_rows, {batch, word(query.outcome), query.limit, query.offset}, row_from),
        tx.integer(sql::count_rows, {batch, word(query.outcome)})};
}

std::vector<Row> rows_to_write(const db::ReadTx& tx, const BatchId& batch) {
    return tx.list(sql::rows_to_write, {batch}, whole_row_from);
}

void set_written(db::WriteTx& tx, const BatchId& batch, const Row& row) {
    tx.exec(sql::set_written, {row.record, row.version, batch, row.number});
}

void set_confirmed(db::WriteTx& tx, const auth::Actor& actor, const BatchId& batch) {
    tx.exec(sql::set_confirmed, {actor.user, tx.now(), batch});
    tx.exec(sql::forget_values, {batch});
}

void set_undone(db::WriteTx& tx,
                const auth::Actor& actor,
                const BatchId& batch,
                const std::string& reason) {
    tx.exec(sql::set_undone, {actor.user, tx.now(), reason, batch});
}

void remove(db::WriteTx& tx, const BatchId& batch) {
    tx.exec(sql::remove_rows, {batch});
    tx.exec(sql::remove_batch, {batch});
}

}  // namespace hoiquan::imports::store
