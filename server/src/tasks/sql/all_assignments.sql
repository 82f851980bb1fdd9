SELECT task_id, role, organisation_id, valid_from, valid_to
FROM task_assignment
WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY task_id, role, organisation_id, valid_from, valid_to
