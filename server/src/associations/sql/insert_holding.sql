INSERT INTO holding (id, kind, record_id, organisation_id, valid_from, valid_to, recorded_from)
VALUES ($1, $2, $3, $4, $5, $6, $7)
