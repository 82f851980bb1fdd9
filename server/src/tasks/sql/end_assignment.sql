INSERT INTO task_assignment (id, task_id, role, organisation_id, valid_from, valid_to, recorded_from)
SELECT $1, a.task_id, a.role, a.organisation_id, a.valid_from, $2, $3
FROM task_assignment a
WHERE a.id = $4 AND a.valid_from < $2
