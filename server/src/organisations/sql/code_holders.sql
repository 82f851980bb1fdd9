-- Bodies that bear the code on the day or later.
SELECT DISTINCT s.organisation_id
FROM organisation_state s
WHERE s.code = $1 AND s.valid_to > $2 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY s.organisation_id
LIMIT 20
