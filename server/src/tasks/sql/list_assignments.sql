SELECT a.task_id, a.role, a.organisation_id, a.id
FROM task_assignment a
WHERE a.task_id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    AND a.valid_from <= $17 AND a.valid_to > $17 AND a.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY a.id
