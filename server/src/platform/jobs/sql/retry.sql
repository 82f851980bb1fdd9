UPDATE job SET state = $1, run_at = $2, last_error = $3, finished_at = $4, lease_until = NULL
WHERE id = $5 AND state = 'running' AND attempts = $6
