INSERT INTO association_term
    (id, organisation_id, number, begins_on, ends_on, board_seats, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
