SELECT id, login, full_name, is_active, must_change_password, version, created_at, last_seen_at
FROM user_account
ORDER BY login
