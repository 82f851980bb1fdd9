-- Names that hold the words of the text, or are held by it. $1 as of, $2 key, $3 its pattern.
SELECT n.organisation_id, n.name, n.short_name, s.kind
FROM organisation_name n
JOIN organisation_state s ON s.organisation_id = n.organisation_id
    AND s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
WHERE n.valid_from <= $1 AND n.valid_to > $1 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
    AND ((LENGTH(n.match_key) > 5 AND CAST($2 AS TEXT) LIKE '%' || n.match_key || '%') OR n.search_key LIKE $3)
ORDER BY LENGTH(n.match_key), n.sort_key, n.organisation_id
LIMIT $4
