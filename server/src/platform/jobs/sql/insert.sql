INSERT INTO job (id, kind, payload, state, run_at, unique_key, created_at)
VALUES ($1, $2, $3, 'waiting', $4, $5, $6)
