INSERT INTO document_page (document_id, page, turned, skew, text_start, words_json) VALUES ($1, $2, $3, $4, $5, $6)
