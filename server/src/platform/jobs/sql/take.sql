UPDATE job SET state = 'running', attempts = attempts + 1, lease_until = $1 WHERE id = $2
