SELECT number, outcome, title, reasons, record_id, record_version
FROM import_row
WHERE batch_id = $1 AND (CAST($2 AS TEXT) IS NULL OR outcome = $2)
ORDER BY number
LIMIT $3 OFFSET $4
