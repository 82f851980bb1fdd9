SELECT id, entity, entity_id, from_id, provisional_id
FROM event_question
WHERE event_id = $1 AND decided_at IS NULL
ORDER BY id
LIMIT $2
