UPDATE task SET closed_at = $1, closed_by = $2, done_date = $3, version = version + 1
WHERE id = $4 AND version = $5 AND closed_at IS NULL
