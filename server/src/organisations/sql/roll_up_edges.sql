-- Who is below whom. $1 as of, $2 known at, $3 the first and $4 the second kind of relation.
SELECT r.from_id, r.to_id, r.kind
FROM organisation_relation r
WHERE r.valid_from <= $1 AND r.valid_to > $1 AND r.recorded_from <= $2 AND r.recorded_to > $2
    AND r.kind IN (CAST($3 AS TEXT), CAST($4 AS TEXT))
