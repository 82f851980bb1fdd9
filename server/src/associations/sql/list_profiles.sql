SELECT p.id, p.class, p.stage, p.field, p.purpose, p.served, p.activities, p.permitted_by, p.permitted_by_id, p.supervisor_id, p.office, p.office_address, p.equipment, p.phone, p.email, p.board_seats,
    p.valid_from, p.valid_to, p.recorded_from, p.recorded_by, p.confirmed_for_id, p.confirmed_at, u.full_name
FROM association_profile p
LEFT JOIN user_account u ON u.id = p.confirmed_by
WHERE p.organisation_id = $1 AND p.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY p.valid_from DESC
