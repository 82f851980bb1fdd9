SELECT id, kind, payload, state, attempts, progress, last_error
FROM job
WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until <= $1)
ORDER BY run_at, id
LIMIT 1
