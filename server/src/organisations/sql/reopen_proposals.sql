UPDATE event_proposal SET status = 'open', event_id = NULL, decided_by = NULL, decided_at = NULL WHERE event_id = $1
