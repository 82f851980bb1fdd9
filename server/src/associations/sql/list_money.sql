-- What the body $1 and those whose records it inherited have booked.
WITH RECURSIVE
@include associations/inherited
SELECT r.id, r.version, r.organisation_id, r.recorded_at, r.removed_at, r.direction, r.source, r.year, r.booked_on, r.amount, r.task_id, r.task_title, r.decision_number, r.decision_date, r.note
FROM association_money r
JOIN inherited i ON i.id = r.organisation_id
WHERE r.removed_at IS NULL
ORDER BY r.booked_on DESC, r.id
