SELECT r.id, r.version, r.organisation_id, r.recorded_at, r.removed_at, r.year, r.disclosed_on, r.place, r.document
FROM association_disclosure r
WHERE r.id = $1 AND r.removed_at IS NULL
