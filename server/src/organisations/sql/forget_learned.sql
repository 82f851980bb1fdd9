DELETE FROM learned_name
WHERE id = $1
