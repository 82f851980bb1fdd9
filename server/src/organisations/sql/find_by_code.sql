-- Bodies that bear the code on the day, as known at $3.
SELECT s.organisation_id
FROM organisation_state s
WHERE s.code = $1 AND s.valid_from <= $2 AND s.valid_to > $2 AND s.recorded_from <= $3 AND s.recorded_to > $3
ORDER BY s.organisation_id
LIMIT 10
