SELECT DISTINCT s.organisation_id
FROM organisation_state s
JOIN organisation_name n ON n.organisation_id = s.organisation_id
    AND n.valid_from <= $1 AND n.valid_to > $1 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
WHERE s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    AND (s.code = $2 OR n.name = $2 OR n.short_name = $2)
LIMIT 2
