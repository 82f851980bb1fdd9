SELECT COUNT(*) FROM audit_event WHERE entity_id = $1 OR parent_entity_id = $1
