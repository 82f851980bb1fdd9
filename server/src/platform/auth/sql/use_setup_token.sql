UPDATE setup_token SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL AND created_at > $3
