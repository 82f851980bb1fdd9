UPDATE user_account
SET password_hash = $1, must_change_password = $2, version = version + 1
WHERE id = $3
