INSERT INTO association_obligation
    (id, organisation_id, year, done_on, document, recorded_at, kind)
VALUES ($1, $2, $3, $4, $5, $6, 'annual_report')
