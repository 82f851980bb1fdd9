INSERT INTO organisation_relation
    (id, kind, from_id, to_id, valid_from, valid_from_precision, valid_to, recorded_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
