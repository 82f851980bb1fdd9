DELETE FROM sign_in_throttle WHERE last_failure_at <= $1
