UPDATE job SET state = 'waiting', run_at = $1, attempts = attempts - 1, finished_at = NULL, lease_until = NULL
WHERE id = $2 AND state IN ('running', 'stopped') AND attempts = $3
