SELECT content_json, version, finished_at FROM document_review WHERE document_id = $1
