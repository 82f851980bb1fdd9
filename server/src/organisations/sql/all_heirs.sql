-- $1 today.
SELECT r.from_id, r.to_id
FROM organisation_relation r
WHERE r.kind = 'inherited_by' AND r.valid_from <= $1 AND r.valid_to > $1
    AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY r.from_id, r.to_id
