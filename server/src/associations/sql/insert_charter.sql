INSERT INTO association_charter
    (id, organisation_id, number, adopted_on, approved_on, approved_by, document, purpose, term_years, board_seats, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
