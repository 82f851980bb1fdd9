-- What held before $2, written by an event.
INSERT INTO held_role (id, user_id, organisation_id, role, reach, valid_from, valid_to, recorded_from, made_by)
SELECT CAST($1 AS TEXT), h.user_id, h.organisation_id, h.role, h.reach, h.valid_from, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT)
FROM held_role h
WHERE h.id = $5 AND h.valid_from < $2
