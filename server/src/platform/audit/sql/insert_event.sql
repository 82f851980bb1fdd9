INSERT INTO audit_event (id, at, user_id, organisation_id, action, entity, entity_id, parent_entity_id, before_json, after_json, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
