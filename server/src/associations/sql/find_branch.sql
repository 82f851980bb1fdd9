-- With who holds it now, or held it last.
SELECT r.id, r.version, h.organisation_id, h.valid_from, h.valid_to, r.name, r.place, r.member_count
FROM association_branch r
JOIN holding h ON h.record_id = r.id AND h.kind = 'branch' AND h.recorded_to = '9999-12-31T23:59:59.999999Z'
WHERE r.id = $1 AND r.removed_at IS NULL
ORDER BY h.valid_from DESC
