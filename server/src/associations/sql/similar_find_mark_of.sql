SELECT m.id, m.first_id, m.second_id, m.reason, u.full_name, m.made_at
FROM similar_mark m
LEFT JOIN user_account u ON u.id = m.made_by
WHERE m.first_id = $1 AND m.second_id = $2
