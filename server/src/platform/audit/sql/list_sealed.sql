SELECT s.event_id, e.at, e.user_id, e.organisation_id, e.action, e.entity, e.entity_id, e.parent_entity_id, e.before_json, e.after_json, e.reason,
    s.seq, s.hash, e.id
FROM audit_seal s
LEFT JOIN audit_event e ON e.id = s.event_id
ORDER BY s.seq
