-- How many there are of each class, status, level and sign; total is everything that was found.
WITH RECURSIVE
@include associations/found
SELECT 'total' AS by_what, '' AS value, COUNT(*) AS number FROM found
UNION ALL
SELECT 'class', COALESCE(f.class, ''), COUNT(*) FROM found f GROUP BY f.class
UNION ALL
SELECT 'status', f.status, COUNT(*) FROM found f GROUP BY f.status
UNION ALL
SELECT 'level', COALESCE(f.level, ''), COUNT(*) FROM found f GROUP BY f.level
UNION ALL
SELECT 'unconfirmed', '', COUNT(*) FROM found f WHERE f.confirmed_at IS NULL
UNION ALL
SELECT 'flag', g.flag, COUNT(*)
FROM association_flag g
JOIN found f ON f.id = g.organisation_id
WHERE g.valid_from <= $5 AND g.valid_to > $5
GROUP BY g.flag
