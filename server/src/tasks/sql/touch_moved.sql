UPDATE task SET version = version + 1
WHERE id IN (SELECT task_id FROM task_assignment WHERE made_by = $1 OR ended_by = $1)
