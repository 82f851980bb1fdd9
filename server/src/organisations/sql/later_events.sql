-- Events still valid in which a body takes part that this one made.
SELECT DISTINCT e.code, e.event_date, e.id
FROM organisation_event_part mine
JOIN organisation_event_part p ON p.organisation_id = mine.organisation_id AND p.event_id <> mine.event_id
JOIN organisation_event e ON e.id = p.event_id AND e.undone_at IS NULL
WHERE mine.event_id = $1 AND mine.part = 'made'
ORDER BY e.event_date, e.id
LIMIT 50
