INSERT INTO organisation_alias
    (id, organisation_id, alias, search_key, exact_key, match_key, valid_from, recorded_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
