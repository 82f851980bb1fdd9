INSERT INTO progress_note (id, task_id, user_id, organisation_id, text, percent, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
