UPDATE association_charter SET
    number = $1, adopted_on = $2, approved_on = $3, approved_by = $4, document = $5, purpose = $6, term_years = $7, board_seats = $8,
    version = version + 1
WHERE id = $9 AND version = $10 AND removed_at IS NULL
