SELECT COUNT(*) FROM user_account
