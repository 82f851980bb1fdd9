-- The belief in what a body holds on the day or later, ended by an event. $1 now, $2 the event, $3 the body, $4 the kind, $5 the day.
UPDATE holding SET recorded_to = $1, ended_by = $2
WHERE organisation_id = $3 AND kind = $4 AND valid_to > $5 AND recorded_to = '9999-12-31T23:59:59.999999Z'
