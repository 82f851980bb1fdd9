UPDATE association_obligation SET
    year = $1, done_on = $2, document = $3,
    version = version + 1
WHERE id = $4 AND version = $5 AND removed_at IS NULL
