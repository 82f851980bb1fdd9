SELECT DISTINCT organisation_id FROM association_profile WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
