SELECT t.text, t.no_due_reason, u.full_name, t.due_decided_at, t.report_to_as_written, t.closed_at
FROM task t
LEFT JOIN user_account u ON u.id = t.due_decided_by
WHERE t.id = $1
