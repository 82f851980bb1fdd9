INSERT INTO held_role (id, user_id, organisation_id, role, reach, valid_from, valid_to, recorded_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
