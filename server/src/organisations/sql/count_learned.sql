SELECT COUNT(*)
FROM learned_name l
WHERE l.organisation_id = $1
    AND (CAST($2 AS TEXT) IS NULL OR l.search_key LIKE $2 OR l.search_key LIKE $3)
