-- $1 as of, $2 known at, $3 which tree, $4 parent.
SELECT s.organisation_id, n.name, n.short_name, s.kind, MAX(r.kind), (
        SELECT COUNT(DISTINCT c.from_id)
        FROM organisation_relation c
        JOIN organisation_state cs ON cs.organisation_id = c.from_id
            AND cs.valid_from <= $1 AND cs.valid_to > $1 AND cs.recorded_from <= $2 AND cs.recorded_to > $2
        JOIN organisation_kind ck ON ck.code = cs.kind
        WHERE c.to_id = s.organisation_id
            AND c.valid_from <= $1 AND c.valid_to > $1 AND c.recorded_from <= $2 AND c.recorded_to > $2
            AND (
                (CAST($3 AS TEXT) = 'party' AND c.kind IN ('part_of', 'led_by') AND ck.is_territory = 0)
                OR ($3 = 'territory' AND (c.kind = 'located_in' OR (c.kind = 'part_of' AND ck.is_territory = 1)))
            )
    )
FROM organisation_relation r
JOIN organisation_state s ON s.organisation_id = r.from_id
    AND s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_from <= $2 AND s.recorded_to > $2
JOIN organisation_name n ON n.organisation_id = r.from_id
    AND n.valid_from <= $1 AND n.valid_to > $1 AND n.recorded_from <= $2 AND n.recorded_to > $2
JOIN organisation_kind k ON k.code = s.kind
WHERE r.to_id = $4
    AND r.valid_from <= $1 AND r.valid_to > $1 AND r.recorded_from <= $2 AND r.recorded_to > $2
    AND (
        ($3 = 'party' AND r.kind IN ('part_of', 'led_by') AND k.is_territory = 0)
        OR ($3 = 'territory' AND (r.kind = 'located_in' OR (r.kind = 'part_of' AND k.is_territory = 1)))
    )
GROUP BY s.organisation_id, n.name, n.short_name, n.sort_key, s.kind, k.position
ORDER BY k.position, n.sort_key, s.organisation_id
LIMIT 5000
