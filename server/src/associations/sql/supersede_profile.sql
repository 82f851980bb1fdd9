UPDATE association_profile SET recorded_to = $1 WHERE id = $2 AND recorded_to = '9999-12-31T23:59:59.999999Z'
