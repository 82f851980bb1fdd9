INSERT INTO association_disclosure
    (id, organisation_id, year, disclosed_on, place, document, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
