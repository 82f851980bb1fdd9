-- Whether the body is an association on the day.
SELECT k.is_association
FROM organisation_state s
JOIN organisation_kind k ON k.code = s.kind
WHERE s.organisation_id = $1 AND s.valid_from <= $2 AND s.valid_to > $2 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
