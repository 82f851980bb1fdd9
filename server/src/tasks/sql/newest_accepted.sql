SELECT MAX(document_date) FROM evidence WHERE task_id = $1 AND decision = 'accepted'
