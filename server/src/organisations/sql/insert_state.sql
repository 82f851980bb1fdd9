INSERT INTO organisation_state
    (id, organisation_id, kind, level, code, valid_from, valid_from_precision, recorded_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
