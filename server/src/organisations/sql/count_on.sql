-- Bodies on a day as believed now. $1 the day, $2 kind or NULL.
SELECT COALESCE(SUM(c.change), 0) FROM organisation_count c WHERE c.day <= $1 AND (CAST($2 AS TEXT) IS NULL OR c.kind = $2)
