-- Bodies that were ever called by words that hold what was typed. $1 and $2 patterns, $3 how many at most.
SELECT x.organisation_id FROM (
    SELECT n.organisation_id FROM organisation_name n WHERE n.search_key LIKE $1 OR n.search_key LIKE $2
    UNION ALL
    SELECT a.organisation_id FROM organisation_alias a WHERE a.search_key LIKE $1 OR a.search_key LIKE $2
) x
LIMIT $3
