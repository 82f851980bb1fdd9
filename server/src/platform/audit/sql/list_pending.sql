SELECT e.id, e.at, e.user_id, e.organisation_id, e.action, e.entity, e.entity_id, e.parent_entity_id, e.before_json, e.after_json, e.reason
FROM audit_pending p
JOIN audit_event e ON e.id = p.event_id
ORDER BY e.at, e.id
LIMIT 1000
