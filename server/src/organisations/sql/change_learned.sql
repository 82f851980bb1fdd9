UPDATE learned_name
SET meant_id = $1, learned_by = $2, learned_at = $3
WHERE id = $4
