-- What a body holds on the day or later. $1 the body, $2 the kind, $3 the day.
SELECT h.id, h.record_id, h.valid_from
FROM holding h
WHERE h.organisation_id = $1 AND h.kind = $2 AND h.valid_to > $3 AND h.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY h.record_id, h.valid_from
