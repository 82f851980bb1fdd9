-- $1 as of, $2 known at.
SELECT s.organisation_id, k.is_association
FROM organisation_state s
JOIN organisation_kind k ON k.code = s.kind
WHERE s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_from <= $2 AND s.recorded_to > $2
    AND k.is_territory = 0
