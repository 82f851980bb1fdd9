UPDATE association_money SET
    direction = $1, source = $2, year = $3, booked_on = $4, amount = $5, task_id = $6, task_title = $7, decision_number = $8, decision_date = $9, note = $10,
    version = version + 1
WHERE id = $11 AND version = $12 AND removed_at IS NULL
