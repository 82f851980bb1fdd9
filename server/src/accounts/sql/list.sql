WITH RECURSIVE
@include organisations/scope
SELECT u.id, u.login, u.full_name, u.is_active, u.must_change_password, u.version, u.created_at, u.last_seen_at
FROM user_account u
WHERE
@include accounts/within_reach
ORDER BY u.login
LIMIT $5 OFFSET $6
