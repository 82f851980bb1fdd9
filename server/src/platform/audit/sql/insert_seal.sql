INSERT INTO audit_seal (seq, event_id, hash) VALUES ($1, $2, $3)
