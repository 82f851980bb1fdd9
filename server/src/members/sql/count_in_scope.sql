WITH RECURSIVE
@include organisations/scope
,
@include members/found
,
asked (id) AS (SELECT id FROM found),
@include members/persons_in_scope
SELECT COALESCE(SUM(CASE WHEN kind = 'full' THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN kind = 'associate' THEN 1 ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN kind = 'honorary' THEN 1 ELSE 0 END), 0), (SELECT COUNT(*) FROM found)
FROM held
WHERE place = 1
