INSERT INTO setup_token (token_hash, created_at) VALUES ($1, $2)
