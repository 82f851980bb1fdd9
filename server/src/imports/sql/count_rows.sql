SELECT COUNT(*) FROM import_row WHERE batch_id = $1 AND (CAST($2 AS TEXT) IS NULL OR outcome = $2)
