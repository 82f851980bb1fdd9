SELECT password_hash FROM user_account WHERE id = $1
