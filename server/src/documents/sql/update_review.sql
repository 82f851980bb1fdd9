UPDATE document_review SET content_json = $1, updated_by = $2, updated_at = $3, version = version + 1
WHERE document_id = $4 AND version = $5 AND finished_at IS NULL
