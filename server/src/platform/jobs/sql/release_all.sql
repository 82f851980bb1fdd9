UPDATE job SET lease_until = $1 WHERE state = 'running'
