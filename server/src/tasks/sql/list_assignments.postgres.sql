SELECT a.task_id, a.role, a.organisation_id, a.id
FROM task_assignment a
WHERE a.task_id IN (SELECT json_array_elements_text(CAST($1 AS JSON)))
    AND a.valid_from <= $2 AND a.valid_to > $2 AND a.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY a.id
