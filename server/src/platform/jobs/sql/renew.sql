UPDATE job SET lease_until = $1 WHERE id = $2 AND state = 'running' AND attempts = $3
