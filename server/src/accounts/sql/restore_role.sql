INSERT INTO held_role (id, user_id, organisation_id, role, reach, valid_from, valid_to, recorded_from, made_by)
SELECT CAST($1 AS TEXT), h.user_id, h.organisation_id, h.role, h.reach, h.valid_from, h.valid_to, CAST($2 AS TEXT), h.made_by
FROM held_role h
WHERE h.id = $3
