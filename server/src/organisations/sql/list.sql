WITH
@include organisations/found
, page AS (
    SELECT f.*, k.position,
        (
            SELECT COALESCE(
                MAX(CASE WHEN r.kind = 'part_of' THEN r.to_id END),
                MAX(CASE WHEN r.kind = 'led_by' THEN r.to_id END)
            )
            FROM organisation_relation r
            WHERE r.from_id = f.id AND r.kind IN ('part_of', 'led_by')
                AND r.valid_from <= $1 AND r.valid_to > $1 AND r.recorded_from <= $2 AND r.recorded_to > $2
        ) AS parent_id
    FROM found f
    JOIN organisation_kind k ON k.code = f.kind
)
SELECT p.id, p.name, p.short_name, p.kind, p.level, p.code, p.valid_from, p.valid_from_precision, p.valid_to,
    n.organisation_id, n.name, n.short_name
FROM page p
LEFT JOIN organisation_name n ON n.organisation_id = p.parent_id
    AND n.valid_from <= $1 AND n.valid_to > $1 AND n.recorded_from <= $2 AND n.recorded_to > $2
ORDER BY
    CASE WHEN CAST($8 AS TEXT) = 'name_down' THEN p.sort_key END DESC,
    CASE WHEN $8 = 'kind' THEN p.position END,
    CASE WHEN $8 = 'kind_down' THEN p.position END DESC,
    CASE WHEN $8 = 'valid_from' THEN p.valid_from END,
    CASE WHEN $8 = 'valid_from_down' THEN p.valid_from END DESC,
    p.sort_key, p.id
LIMIT $9 OFFSET $10
