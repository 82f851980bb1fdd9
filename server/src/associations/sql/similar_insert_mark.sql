INSERT INTO similar_mark (id, first_id, second_id, reason, made_by, made_for_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
