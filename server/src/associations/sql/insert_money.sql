INSERT INTO association_money
    (id, organisation_id, direction, source, year, booked_on, amount, task_id, task_title, decision_number, decision_date, note, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
