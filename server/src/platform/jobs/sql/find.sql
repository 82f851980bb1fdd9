SELECT id, kind, payload, state, attempts, progress, last_error FROM job WHERE id = $1
