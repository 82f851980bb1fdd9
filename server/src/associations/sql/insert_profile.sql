INSERT INTO association_profile
    (id, organisation_id, class, stage, field, purpose, served, activities, permitted_by, permitted_by_id, supervisor_id, office, office_address, equipment, phone, email, board_seats,
    valid_from, valid_to, recorded_from, recorded_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
