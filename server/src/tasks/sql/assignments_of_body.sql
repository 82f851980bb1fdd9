-- Assignments of a body that hold on the day or later. $1 the body, $2 the day.
SELECT a.id, a.task_id, a.role, a.valid_from, a.valid_to, CASE WHEN t.closed_at IS NULL THEN 0 ELSE 1 END, t.title
FROM task_assignment a
JOIN task t ON t.id = a.task_id
WHERE a.organisation_id = $1 AND a.valid_to > $2 AND a.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY a.role, t.title, a.id
