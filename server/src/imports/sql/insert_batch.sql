INSERT INTO import_batch (id, kind, organisation_id, file_name, sheet, header_row, state, stamp, faults, notes, created_by, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
