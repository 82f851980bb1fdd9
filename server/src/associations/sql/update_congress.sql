UPDATE association_congress SET
    kind = $1, term_number = $2, due_on = $3, reported_on = $4, opinion = $5, opinion_on = $6, held_on = $7, convened = $8, present = $9, result = $10,
    version = version + 1
WHERE id = $11 AND version = $12 AND removed_at IS NULL
