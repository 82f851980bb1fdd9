INSERT INTO user_account (id, login, full_name, search_key, password_hash, must_change_password, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
