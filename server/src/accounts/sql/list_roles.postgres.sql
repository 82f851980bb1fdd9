-- Roles that hold on the day or later.
SELECT id, user_id, organisation_id, role, reach, valid_from, valid_to
FROM held_role
WHERE user_id IN (SELECT json_array_elements_text(CAST($1 AS JSON))) AND valid_to > $2 AND recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY valid_from, id
