-- Bodies that were ever called by words that hold what was typed. $1 and $2 queries of the index, $3 how many at most.
SELECT f.organisation_id FROM organisation_search f WHERE f.organisation_search MATCH $1 || ' OR ' || $2 LIMIT $3
