SELECT turned, skew, text_start, words_json FROM document_page WHERE document_id = $1 AND page = $2
