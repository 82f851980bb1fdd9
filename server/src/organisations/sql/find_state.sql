-- The state on the day; else the nearest: the next one to come, then the last one before.
SELECT s.kind, s.level, s.code, s.valid_from, s.valid_from_precision, s.valid_to, o.version, k.is_territory
FROM organisation_state s
JOIN organisation o ON o.id = s.organisation_id
JOIN organisation_kind k ON k.code = s.kind
WHERE s.recorded_from <= $1 AND s.recorded_to > $1 AND s.organisation_id = $2
ORDER BY
    CASE WHEN s.valid_from <= $3 AND s.valid_to > $3 THEN 0 WHEN s.valid_from > $3 THEN 1 ELSE 2 END,
    CASE WHEN s.valid_from > $3 THEN s.valid_from END,
    s.valid_from DESC
LIMIT 1
