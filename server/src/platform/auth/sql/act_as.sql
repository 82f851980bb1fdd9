UPDATE user_session SET acting_role_id = $1 WHERE id = $2
