-- Bodies as a graph shows them: name and state on the day $2 or nearest to it, first and last day.
WITH wanted AS (SELECT json_array_elements_text(CAST($1 AS JSON)) AS id),
state AS (
    SELECT s.organisation_id, s.kind, s.level, s.code, s.status,
        MIN(s.valid_from) OVER (PARTITION BY s.organisation_id) AS since,
        MAX(s.valid_to) OVER (PARTITION BY s.organisation_id) AS until,
        ROW_NUMBER() OVER (
            PARTITION BY s.organisation_id
            ORDER BY
                CASE WHEN s.valid_from <= $2 AND s.valid_to > $2 THEN 0 WHEN s.valid_from > $2 THEN 1 ELSE 2 END,
                CASE WHEN s.valid_from > $2 THEN s.valid_from END,
                s.valid_from DESC
        ) AS place
    FROM organisation_state s
    WHERE s.organisation_id IN (SELECT id FROM wanted) AND s.recorded_from <= $3 AND s.recorded_to > $3
),
name AS (
    SELECT n.organisation_id, n.name, n.short_name,
        ROW_NUMBER() OVER (
            PARTITION BY n.organisation_id
            ORDER BY
                CASE WHEN n.valid_from <= $2 AND n.valid_to > $2 THEN 0 WHEN n.valid_from > $2 THEN 1 ELSE 2 END,
                CASE WHEN n.valid_from > $2 THEN n.valid_from END,
                n.valid_from DESC
        ) AS place
    FROM organisation_name n
    WHERE n.organisation_id IN (SELECT id FROM wanted) AND n.recorded_from <= $3 AND n.recorded_to > $3
)
SELECT s.organisation_id, n.name, n.short_name, s.kind, s.level, s.code, s.status, s.since, s.until
FROM state s
JOIN name n ON n.organisation_id = s.organisation_id AND n.place = 1
WHERE s.place = 1
ORDER BY s.organisation_id
