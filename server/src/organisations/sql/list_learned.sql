SELECT l.id, l.written, l.meant_id, u.full_name, l.learned_at,
    CASE WHEN EXISTS (
        SELECT 1 FROM organisation_state s
        WHERE s.organisation_id = l.meant_id AND s.valid_from <= $1 AND s.valid_to > $1
            AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    ) THEN 1 ELSE 0 END
FROM learned_name l
LEFT JOIN user_account u ON u.id = l.learned_by
WHERE l.organisation_id = $2
    AND (CAST($3 AS TEXT) IS NULL OR l.search_key LIKE $3 OR l.search_key LIKE $4)
ORDER BY l.match_key
LIMIT $5 OFFSET $6
