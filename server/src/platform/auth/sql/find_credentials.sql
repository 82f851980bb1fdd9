SELECT id, password_hash, is_active FROM user_account WHERE login = $1
