UPDATE organisation_event SET undone_at = $1, undone_by = $2, undo_reason = $3
WHERE id = $4 AND undone_at IS NULL
