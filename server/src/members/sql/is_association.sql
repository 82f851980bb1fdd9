SELECT 1
FROM organisation_state st
JOIN organisation_kind k ON k.code = st.kind AND k.is_association = 1
WHERE st.organisation_id = $1 AND st.valid_from <= $2 AND st.valid_to > $2 AND st.recorded_to = '9999-12-31T23:59:59.999999Z'
