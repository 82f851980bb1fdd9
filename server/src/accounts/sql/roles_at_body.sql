-- Roles at a body that hold on the day or later, with who holds them.
SELECT h.id, h.user_id, h.role, u.full_name
FROM held_role h
JOIN user_account u ON u.id = h.user_id
WHERE h.organisation_id = $1 AND h.valid_to > $2 AND h.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY u.full_name, h.role, h.id
