WITH RECURSIVE
@include organisations/scope
,
@include members/found
,
asked (id, sort_key) AS (SELECT id, sort_key FROM found ORDER BY sort_key, id LIMIT $5 OFFSET $6),
@include members/persons_in_scope
SELECT a.id, COALESCE(SUM(CASE WHEN d.kind = 'full' THEN 1 ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN d.kind = 'associate' THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN d.kind = 'honorary' THEN 1 ELSE 0 END), 0)
FROM asked a
LEFT JOIN held d ON d.organisation_id = a.id AND d.place = 1
GROUP BY a.id, a.sort_key
ORDER BY a.sort_key, a.id
