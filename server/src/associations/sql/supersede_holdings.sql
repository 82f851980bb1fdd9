UPDATE holding SET recorded_to = $1
WHERE record_id = $2 AND kind = $3 AND recorded_to = '9999-12-31T23:59:59.999999Z'
