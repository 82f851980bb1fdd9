SELECT part, COUNT(*) FROM organisation_event_part WHERE event_id = $1 GROUP BY part
UNION ALL
SELECT 'edges', COUNT(*) FROM organisation_lineage WHERE event_id = $1
UNION ALL
SELECT 'questions', COUNT(*) FROM event_question WHERE event_id = $1 AND decided_at IS NULL
