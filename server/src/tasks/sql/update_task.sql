UPDATE task
SET title = $1, deadline_kind = $2, due_date = $3, no_due_reason = $4, recurrence = $5, urgency = $6, extension_count = extension_count + $7,
    due_decided_by = COALESCE($8, due_decided_by), due_decided_at = COALESCE($9, due_decided_at), lead_key = $10, search_key = $11,
    version = version + 1
WHERE id = $12 AND version = $13 AND closed_at IS NULL
