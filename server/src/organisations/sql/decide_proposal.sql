UPDATE event_proposal SET status = $1, event_id = $2, reason = $3, decided_by = $4, decided_at = $5 WHERE id = $6
