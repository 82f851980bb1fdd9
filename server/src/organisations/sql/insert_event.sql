INSERT INTO organisation_event
    (id, code, event_date, date_precision, basis_document_id, basis_text, reason, ground, summary, concerns_territory,
    recorded_at, recorded_by, recorded_for_id, corrects_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
