-- Tasks that are worked on, by who led them on the day, who leads them today, and how they stood on the day.
WITH RECURSIVE
@include organisations/scope
,
@include tasks/asked
,
@include tasks/visible
,
@include tasks/state
,
undecided (task_id) AS (
    SELECT DISTINCT u.entity_id
    FROM event_question u
    JOIN organisation_event e ON e.id = u.event_id AND e.undone_at IS NULL
    WHERE u.entity = 'task_assignment' AND u.decided_at IS NULL
)
SELECT a.organisation_id, n.organisation_id, CASE WHEN u.task_id IS NULL THEN 0 ELSE 1 END, s.status, COUNT(*)
FROM task_state s
JOIN task t ON t.id = s.id AND t.is_parent = 0
CROSS JOIN asked q
LEFT JOIN task_assignment a ON a.task_id = t.id AND a.role = 'lead' AND a.valid_from <= q.as_of AND a.valid_to > q.as_of
    AND a.recorded_to = '9999-12-31T23:59:59.999999Z'
LEFT JOIN task_assignment n ON n.task_id = t.id AND n.role = 'lead' AND n.valid_from <= $3 AND n.valid_to > $3
    AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
LEFT JOIN undecided u ON u.task_id = t.id
GROUP BY a.organisation_id, n.organisation_id, CASE WHEN u.task_id IS NULL THEN 0 ELSE 1 END, s.status
