INSERT INTO user_session (id, token_hash, user_id, acting_role_id, created_at, last_seen_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $5, $6)
