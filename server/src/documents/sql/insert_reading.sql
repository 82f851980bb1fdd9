INSERT INTO document_reading (document_id, reader_version, text, draft_json, read_at) VALUES ($1, $2, $3, $4, $5)
