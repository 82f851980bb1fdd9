UPDATE association_term SET
    number = $1, begins_on = $2, ends_on = $3, board_seats = $4,
    version = version + 1
WHERE id = $5 AND version = $6 AND removed_at IS NULL
