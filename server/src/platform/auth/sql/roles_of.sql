SELECT id, user_id, organisation_id, role, reach, valid_from, valid_to
FROM held_role
WHERE user_id = $1 AND valid_from <= $2 AND valid_to > $2
    AND recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY id
