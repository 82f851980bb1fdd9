WITH asked (id) AS (SELECT CAST($1 AS TEXT)),
@include members/persons_of_one
SELECT MIN(branch), SUM(CASE WHEN kind = 'full' THEN 1 ELSE 0 END), SUM(CASE WHEN kind = 'associate' THEN 1 ELSE 0 END),
    SUM(CASE WHEN kind = 'honorary' THEN 1 ELSE 0 END)
FROM held
WHERE place = 1
GROUP BY branch_key
ORDER BY CASE WHEN branch_key IS NULL THEN 1 ELSE 0 END, branch_key
