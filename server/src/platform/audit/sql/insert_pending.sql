INSERT INTO audit_pending (event_id) VALUES ($1)
