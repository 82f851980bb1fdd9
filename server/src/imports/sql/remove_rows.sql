DELETE FROM import_row WHERE batch_id = $1
