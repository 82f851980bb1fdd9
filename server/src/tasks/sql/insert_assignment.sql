INSERT INTO task_assignment (id, task_id, role, organisation_id, valid_from, recorded_from) VALUES ($1, $2, $3, $4, $5, $6)
