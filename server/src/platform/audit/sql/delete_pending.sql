DELETE FROM audit_pending WHERE event_id = $1
