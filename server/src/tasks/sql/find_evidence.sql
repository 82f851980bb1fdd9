SELECT e.task_id, e.filed_by, e.decision FROM evidence e WHERE e.id = $1
