SELECT id FROM job WHERE unique_key = $1 AND state IN ('waiting', 'running')
