INSERT INTO document_review (document_id, content_json, updated_by, updated_at) VALUES ($1, $2, $3, $4)
