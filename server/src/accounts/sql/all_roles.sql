SELECT user_id, organisation_id, role, reach, valid_from, valid_to
FROM held_role
WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY user_id, organisation_id, role, reach, valid_from, valid_to
