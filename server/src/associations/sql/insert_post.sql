INSERT INTO association_post
    (id, full_name, search_key, birth_year, post, term_number, congress_id, elected_by, is_full_time, is_retired, prior_opinion, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
