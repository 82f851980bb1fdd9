UPDATE job SET state = $1, finished_at = $2, progress = $3, lease_until = NULL
WHERE id = $4 AND state = 'running' AND attempts = $5
