INSERT INTO document_relation (id, document_id, kind, target_document_id, named_document_id, citation_text, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
