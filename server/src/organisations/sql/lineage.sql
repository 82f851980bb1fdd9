-- All edges that lead to a body or from it, over any number of events. $1 the body, $2 known at.
WITH RECURSIVE edge AS NOT MATERIALIZED (
    SELECT l.event_id, l.predecessor_id, l.successor_id, l.share, l.position, e.code, e.event_date, e.date_precision
    FROM organisation_lineage l
    JOIN organisation_event e ON e.id = l.event_id
        AND e.recorded_at <= $1 AND (e.undone_at IS NULL OR e.undone_at > $1)
),
back (id) AS (
    SELECT o.id FROM organisation o WHERE o.id = $2
    UNION
    SELECT l.predecessor_id FROM back b JOIN edge l ON l.successor_id = b.id
),
ahead (id) AS (
    SELECT o.id FROM organisation o WHERE o.id = $2
    UNION
    SELECT l.successor_id FROM ahead a JOIN edge l ON l.predecessor_id = a.id
)
SELECT l.event_id, l.code, l.event_date, l.date_precision, l.predecessor_id, l.successor_id, l.share, l.position
FROM back b
JOIN edge l ON l.successor_id = b.id
UNION
SELECT l.event_id, l.code, l.event_date, l.date_precision, l.predecessor_id, l.successor_id, l.share, l.position
FROM ahead a
JOIN edge l ON l.predecessor_id = a.id
ORDER BY 3, 1, 8
LIMIT 5000
