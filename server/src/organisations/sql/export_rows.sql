-- Every body that is there on $1 as known at $2, with what it hangs on. $3: territory, party or NULL for all.
SELECT s.organisation_id, s.code, n.name, n.short_name, s.kind, s.level, s.status, s.valid_from, s.valid_from_precision, s.valid_to,
    p.to_id, ps.code
FROM organisation_state s
JOIN organisation_kind k ON k.code = s.kind
JOIN organisation_name n ON n.organisation_id = s.organisation_id
    AND n.valid_from <= $1 AND n.valid_to > $1 AND n.recorded_from <= $2 AND n.recorded_to > $2
LEFT JOIN (
    SELECT r.from_id, COALESCE(MAX(CASE WHEN r.kind = 'part_of' THEN r.to_id END), MAX(CASE WHEN r.kind = 'led_by' THEN r.to_id END)) AS to_id
    FROM organisation_relation r
    WHERE r.kind IN ('part_of', 'led_by')
        AND r.valid_from <= $1 AND r.valid_to > $1 AND r.recorded_from <= $2 AND r.recorded_to > $2
    GROUP BY r.from_id
) p ON p.from_id = s.organisation_id
LEFT JOIN organisation_state ps ON ps.organisation_id = p.to_id
    AND ps.valid_from <= $1 AND ps.valid_to > $1 AND ps.recorded_from <= $2 AND ps.recorded_to > $2
WHERE s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_from <= $2 AND s.recorded_to > $2
    AND (CAST($3 AS TEXT) IS NULL OR (k.is_territory = 1) = ($3 = 'territory'))
ORDER BY k.position, CASE s.level WHEN 'province' THEN 1 WHEN 'district' THEN 2 ELSE 3 END, s.code, n.sort_key, s.organisation_id
