UPDATE job SET state = 'stopped', finished_at = $1 WHERE id = $2 AND state = 'waiting'
