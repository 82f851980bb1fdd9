-- Both directions. $1 known at, $2 the body.
SELECT r.id, r.kind, r.from_id, r.to_id, r.valid_from, r.valid_from_precision, r.valid_to
FROM organisation_relation r
WHERE r.recorded_from <= $1 AND r.recorded_to > $1 AND (r.from_id = $2 OR r.to_id = $2)
    AND r.kind <> 'inherited_by'
ORDER BY CASE WHEN r.from_id = $2 THEN 0 ELSE 1 END, r.valid_from DESC, r.kind, r.id
LIMIT 1000
