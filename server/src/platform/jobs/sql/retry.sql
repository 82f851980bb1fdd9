UPDATE job SET state = $1, run_at = $2, last_error = $3, lease_until = NULL WHERE id = $4
