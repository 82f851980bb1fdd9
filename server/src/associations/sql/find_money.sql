SELECT r.id, r.version, r.organisation_id, r.recorded_at, r.removed_at, r.direction, r.source, r.year, r.booked_on, r.amount, r.task_id, r.task_title, r.decision_number, r.decision_date, r.note
FROM association_money r
WHERE r.id = $1 AND r.removed_at IS NULL
