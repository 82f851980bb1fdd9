-- What held before the day $2, as it was.
INSERT INTO association_profile
    (id, organisation_id, class, stage, field, purpose, served, activities, permitted_by, permitted_by_id, supervisor_id, office, office_address, equipment, phone, email, board_seats,
    valid_from, valid_to, recorded_from, recorded_by, confirmed_by, confirmed_for_id, confirmed_at)
SELECT CAST($1 AS TEXT), p.organisation_id, p.class, p.stage, p.field, p.purpose, p.served, p.activities, p.permitted_by, p.permitted_by_id, p.supervisor_id, p.office, p.office_address, p.equipment, p.phone, p.email, p.board_seats,
    p.valid_from, CAST($2 AS TEXT), CAST($3 AS TEXT), p.recorded_by, p.confirmed_by, p.confirmed_for_id, p.confirmed_at
FROM association_profile p
WHERE p.id = $4
