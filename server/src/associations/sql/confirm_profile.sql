UPDATE association_profile SET confirmed_by = $1, confirmed_for_id = $2, confirmed_at = $3
WHERE id = $4 AND recorded_to = '9999-12-31T23:59:59.999999Z'
