SELECT r.id, r.version, r.organisation_id, r.recorded_at, r.removed_at, r.year, r.done_on, r.document
FROM association_obligation r
WHERE r.organisation_id = $1 AND r.removed_at IS NULL AND r.kind = 'annual_report'
ORDER BY r.year DESC, r.id
