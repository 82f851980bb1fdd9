-- To an heir, from $3 on, by an event; unless the same role is held there all that time.
INSERT INTO held_role (id, user_id, organisation_id, role, reach, valid_from, valid_to, recorded_from, made_by)
SELECT CAST($1 AS TEXT), h.user_id, CAST($2 AS TEXT), h.role, h.reach,
    CASE WHEN h.valid_from > $3 THEN h.valid_from ELSE CAST($3 AS TEXT) END, h.valid_to, CAST($4 AS TEXT), CAST($5 AS TEXT)
FROM held_role h
WHERE h.id = $6 AND NOT EXISTS (
    SELECT 1 FROM held_role other
    WHERE other.user_id = h.user_id AND other.role = h.role AND other.reach = h.reach AND other.organisation_id = $2
        AND other.valid_from <= CASE WHEN h.valid_from > $3 THEN h.valid_from ELSE $3 END AND other.valid_to >= h.valid_to
        AND other.recorded_to = '9999-12-31T23:59:59.999999Z')
