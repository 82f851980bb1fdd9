SELECT text, draft_json FROM document_reading WHERE document_id = $1
