SELECT text, purpose FROM document_recipient WHERE document_id = $1 ORDER BY position LIMIT 1000
