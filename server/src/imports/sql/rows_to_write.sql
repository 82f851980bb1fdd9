SELECT number, outcome, title, reasons, record_id, record_version, row_values, before_values
FROM import_row
WHERE batch_id = $1 AND outcome IN ('added', 'updated')
ORDER BY number
