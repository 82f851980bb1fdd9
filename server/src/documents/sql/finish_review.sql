UPDATE document_review SET finished_at = $1, version = version + 1
WHERE document_id = $2 AND version = $3 AND finished_at IS NULL
