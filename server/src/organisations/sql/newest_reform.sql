SELECT id
FROM organisation_event
WHERE code = 'reorganise' AND concerns_territory = 1 AND undone_at IS NULL
ORDER BY event_date DESC, recorded_at DESC
LIMIT 1
