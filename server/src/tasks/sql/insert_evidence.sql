INSERT INTO evidence (id, task_id, document_number, document_date, receiver, result_text, file_id, filed_by, filed_for_id, filed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
