INSERT INTO task_assignment (id, task_id, role, organisation_id, valid_from, valid_to, recorded_from, made_by)
SELECT CAST($1 AS TEXT), a.task_id, a.role, a.organisation_id, a.valid_from, a.valid_to, CAST($2 AS TEXT), a.made_by
FROM task_assignment a
WHERE a.id = $3
