INSERT INTO sign_in_throttle (key, failures, blocked_until, last_failure_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (key) DO UPDATE
SET failures = excluded.failures, blocked_until = excluded.blocked_until, last_failure_at = excluded.last_failure_at
