SELECT s.id, s.user_id, s.acting_role_id, s.last_seen_at, s.expires_at, u.must_change_password
FROM user_session s
JOIN user_account u ON u.id = s.user_id
WHERE s.token_hash = $1 AND u.is_active = 1
