INSERT INTO organisation_name
    (id, organisation_id, name, short_name, search_key, exact_key, match_key, short_match_key, sort_key,
    valid_from, valid_from_precision, valid_to, recorded_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
