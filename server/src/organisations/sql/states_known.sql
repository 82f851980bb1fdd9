-- $1 known at, $2 the body; newest first.
SELECT s.kind, s.level, s.code, s.status, s.valid_from, s.valid_from_precision, s.valid_to
FROM organisation_state s
WHERE s.recorded_from <= $1 AND s.recorded_to > $1 AND s.organisation_id = $2
ORDER BY s.valid_from DESC
LIMIT 500
