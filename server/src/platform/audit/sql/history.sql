SELECT e.id, e.at, e.user_id, COALESCE(u.full_name, ''), e.organisation_id, e.action, e.entity, e.entity_id, e.before_json, e.after_json, e.reason
FROM audit_event e
LEFT JOIN user_account u ON u.id = e.user_id
WHERE e.entity_id = $1 OR e.parent_entity_id = $1
ORDER BY e.at DESC, e.id DESC
LIMIT $2 OFFSET $3
