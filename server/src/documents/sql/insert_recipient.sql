INSERT INTO document_recipient (document_id, position, text, purpose) VALUES ($1, $2, $3, $4)
