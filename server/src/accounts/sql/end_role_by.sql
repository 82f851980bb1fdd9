UPDATE held_role SET recorded_to = $1, ended_by = $2
WHERE id = $3 AND recorded_to = '9999-12-31T23:59:59.999999Z'
