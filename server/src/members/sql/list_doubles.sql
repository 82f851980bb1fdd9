-- $1 association, $2 today, $3 most.
WITH held (id, full_name, birth_year, joined_on, joined_precision, left_on, left_precision, left_reason, branch, kind, identity_tail,
    version, search_key, branch_key, identity_hash) AS (
@include members/columns
@include members/held
        AND (m.left_on IS NULL OR m.left_on > $2)
)
SELECT a.id, a.full_name, a.birth_year, a.joined_on, a.joined_precision, a.left_on, a.left_precision, a.left_reason, a.branch, a.kind,
    a.identity_tail, a.version, b.id, b.full_name, b.birth_year, b.joined_on, b.joined_precision, b.left_on, b.left_precision,
    b.left_reason, b.branch, b.kind, b.identity_tail, b.version, CASE WHEN a.identity_hash = b.identity_hash THEN 1 ELSE 0 END
FROM held a
JOIN held b ON a.id < b.id AND (a.identity_hash = b.identity_hash
    OR (a.search_key = b.search_key AND a.birth_year = b.birth_year AND (a.identity_hash IS NULL OR b.identity_hash IS NULL)))
WHERE NOT EXISTS (SELECT 1 FROM member_distinct d WHERE d.first_id = a.id AND d.second_id = b.id)
ORDER BY CASE WHEN a.identity_hash = b.identity_hash THEN 0 ELSE 1 END, a.search_key, a.id, b.id
LIMIT $3
