SELECT failures, blocked_until, last_failure_at FROM sign_in_throttle WHERE key = $1
