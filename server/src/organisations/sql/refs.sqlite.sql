-- The name on the day; else the nearest: the next one to come, then the last one before.
SELECT x.organisation_id, x.name, x.short_name
FROM (
    SELECT n.organisation_id, n.name, n.short_name,
        ROW_NUMBER() OVER (
            PARTITION BY n.organisation_id
            ORDER BY
                CASE WHEN n.valid_from <= $1 AND n.valid_to > $1 THEN 0 WHEN n.valid_from > $1 THEN 1 ELSE 2 END,
                CASE WHEN n.valid_from > $1 THEN n.valid_from END,
                n.valid_from DESC
        ) AS place
    FROM organisation_name n
    WHERE n.recorded_to = '9999-12-31T23:59:59.999999Z'
        AND n.organisation_id IN (SELECT value FROM json_each($2))
) x
WHERE x.place = 1
