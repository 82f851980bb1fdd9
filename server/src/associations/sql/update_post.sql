UPDATE association_post SET
    full_name = $1, search_key = $2, birth_year = $3, post = $4, term_number = $5, congress_id = $6, elected_by = $7, is_full_time = $8, is_retired = $9, prior_opinion = $10,
    version = version + 1
WHERE id = $11 AND version = $12 AND removed_at IS NULL
