#pragma once

// SQL in, typed rows out. Private to imports.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imports/imports.h"

namespace hoiquan::imports::store {

void insert(db::WriteTx& tx, const auth::Actor& actor, const Batch& batch);
void insert_row(db::WriteTx& tx, const BatchId& batch, const Row& row);
std::optional<Batch> find(const db::ReadTx& tx, const Where& where);
BatchPage list(const db::ReadTx& tx,
               const OrganisationId& organisation,
               std::string_view kind,
               int limit,
               int offset);
RowPage rows(const db::ReadTx& tx, const BatchId& batch, const RowQuery& query);
/// Those that are to be written, or were; with their values.
std::vector<Row> rows_to_write(const db::ReadTx& tx, const BatchId& batch);
void set_written(db::WriteTx& tx, const BatchId& batch, const Row& row);
void set_confirmed(db::WriteTx& tx, const auth::Actor& actor, const BatchId& batch);
void set_undone(db::WriteTx& tx,
                const auth::Actor& actor,
                const BatchId& batch,
                const std::string& reason);
void remove(db::WriteTx& tx, const BatchId& batch);

}  // namespace hoiquan::imports::store
