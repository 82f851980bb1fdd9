SELECT text_start FROM document_page WHERE document_id = $1 ORDER BY page
