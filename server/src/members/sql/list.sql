@include members/columns
@include members/filtered
ORDER BY
    CASE WHEN CAST($7 AS TEXT) = '-name' THEN m.sort_key END DESC,
    CASE WHEN $7 = 'birth_year' THEN COALESCE(m.birth_year, 9999) END,
    CASE WHEN $7 = '-birth_year' THEN COALESCE(m.birth_year, 0) END DESC,
    CASE WHEN $7 = 'joined_on' THEN COALESCE(m.joined_on, '9999-12-31') END,
    CASE WHEN $7 = '-joined_on' THEN COALESCE(m.joined_on, '') END DESC,
    CASE WHEN $7 = 'branch' THEN COALESCE(m.branch_key, '~') END,
    CASE WHEN $7 = '-branch' THEN COALESCE(m.branch_key, '') END DESC,
    m.sort_key, m.id
LIMIT $8 OFFSET $9
