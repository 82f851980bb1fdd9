-- Both associations are in the scope of the acting role.
WITH RECURSIVE
@include associations/visible
SELECT m.id, m.first_id, m.second_id, m.reason, u.full_name, m.made_at
FROM similar_mark m
LEFT JOIN user_account u ON u.id = m.made_by
WHERE m.id = $4 AND m.first_id IN (SELECT id FROM visible) AND m.second_id IN (SELECT id FROM visible)
