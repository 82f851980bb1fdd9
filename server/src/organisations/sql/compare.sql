WITH
@include organisations/compared
SELECT c.change, c.id, c.kind, c.level, c.code_before, c.code_after, c.name_before, c.name_after, c.parent_before_id, c.parent_after_id
FROM changed c
WHERE CAST($5 AS TEXT) IS NULL OR c.change = $5
ORDER BY c.place, c.sort_key, c.id
LIMIT $6 OFFSET $7
