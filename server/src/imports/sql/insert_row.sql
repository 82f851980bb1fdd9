INSERT INTO import_row (batch_id, number, outcome, title, reasons, row_values, before_values, record_id, record_version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
