-- What held before $2, written by an event.
INSERT INTO task_assignment (id, task_id, role, organisation_id, valid_from, valid_to, recorded_from, made_by)
SELECT CAST($1 AS TEXT), a.task_id, a.role, a.organisation_id, a.valid_from, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT)
FROM task_assignment a
WHERE a.id = $5 AND a.valid_from < $2
