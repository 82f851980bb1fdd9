-- What the event wrote and is believed, with 0; what it ended, with 1.
SELECT id, 0 FROM task_assignment WHERE made_by = $1 AND recorded_to = '9999-12-31T23:59:59.999999Z'
UNION ALL
SELECT id, 1 FROM task_assignment WHERE ended_by = $1
