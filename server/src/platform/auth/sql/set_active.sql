UPDATE user_account SET is_active = $1, version = version + 1 WHERE id = $2
