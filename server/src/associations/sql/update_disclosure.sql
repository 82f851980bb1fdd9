UPDATE association_disclosure SET
    year = $1, disclosed_on = $2, place = $3, document = $4,
    version = version + 1
WHERE id = $5 AND version = $6 AND removed_at IS NULL
