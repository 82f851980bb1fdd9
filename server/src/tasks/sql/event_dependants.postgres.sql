-- Tasks that changed hands since, or that belong to what the event $1 made ($2: JSON array of bodies).
SELECT DISTINCT t.id, t.title
FROM (
    SELECT a.task_id
    FROM task_assignment a
    LEFT JOIN organisation_event e ON e.id = a.ended_by
    WHERE a.made_by = $1 AND a.recorded_to <> '9999-12-31T23:59:59.999999Z' AND (a.ended_by IS NULL OR e.undone_at IS NULL)
    UNION
    SELECT a.task_id
    FROM task_assignment a
    WHERE a.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND (a.made_by IS NULL OR a.made_by <> $1) AND a.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION
    SELECT own.id FROM task own WHERE own.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON)))
    UNION
    SELECT n.task_id FROM progress_note n WHERE n.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON)))
    UNION
    SELECT p.task_id FROM evidence p WHERE p.filed_for_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) OR p.decided_for_id IN (SELECT json_array_elements_text(CAST($2 AS JSON)))
) x
JOIN task t ON t.id = x.task_id
ORDER BY t.title, t.id
LIMIT 1000
